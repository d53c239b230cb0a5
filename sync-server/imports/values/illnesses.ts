import { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { isChronic, type ChronicCategories } from '../../../shared/codes/chronic-categories.ts'
import { icd10Category } from '../../../shared/codes/icd10-category.ts'
import type { Icd10Entry } from '../../../shared/codes/icd10.ts'
import { plainWords } from './cell-text.ts'

/** An illness that a register names: its ICD-10 category, and since when, where it says so. */
export type KnownIllness = { readonly category: string; readonly since?: CalendarDate }

export type ReadIllnesses = {
  readonly known: readonly KnownIllness[]
  /** Words that no rule or code list knows, as written. */
  readonly unknown: readonly string[]
  /** Illnesses that pass: no evidence for later years. */
  readonly passing: readonly string[]
}

/** Clinics' words for chronic illness. What a word leaves open takes the category that clinics code it with. */
const WORDS: readonly (readonly [pattern: RegExp, category: string])[] = [
  [/^(dm|diabet\w*|diabetes mell?itus)( tipe| type| tp| t)? ?(1|i)$/, 'E10'],
  [
    /^(dm|dmt2|diabet\w*|diabetes mell?itus|kencing manis|gula|gula darah|gula darah tinggi)( tipe| type| tp| t)? ?(2|ii)?$/,
    'E11',
  ],
  [
    /^(ht|hipertensi|hypertensi\w*|hipertension|tensi|tensi tinggi|darah tinggi|tekanan darah tinggi|hipertensi (primer|esensial))$/,
    'I10',
  ],
  [/^(hhd|jantung hipertensi)$/, 'I11'],
  [/^(as[th]*ma( bron\w*)?|bengek|mengi)$/, 'J45'],
  [/^(ppok|copd)$/, 'J44'],
  [/^(tb|tbc|tb paru|tbc paru|tuberkulosis|tuberculosis|flek paru|kp)$/, 'A15'],
  [/^(kusta|lepra|mh|morbus hansen)$/, 'A30'],
  [/^(hiv|aids|hiv aids|odha|b20)$/, 'B24'],
  [/^(jantung|kelainan jantung)$/, 'I51'],
  [/^(pjk|cad|jantung koroner)$/, 'I25'],
  [/^(gagal jantung|chf|decomp|jantung bengkak|lemah jantung)$/, 'I50'],
  [/^(stroke|(pasca|post|bekas) stroke|cva)$/, 'I69'],
  [/^(kolesterol( tinggi)?|hiperkolesterol\w*|dislipidemia|lemak darah)$/, 'E78'],
  [/^(gagal ginjal( kronik| kronis)?|ggk|pgk|ckd|ginjal kroni[ks]|cuci darah|hd)$/, 'N18'],
  [/^(epilepsi|ayan)$/, 'G40'],
  [/^(odgj|skizofrenia|skizofren|gangguan jiwa( berat)?|jiwa)$/, 'F20'],
  [/^(depresi)$/, 'F32'],
  [/^(kanker|ca|tumor ganas)$/, 'C80'],
  [/^(rematik|reumatik|ra|artritis reumatoid)$/, 'M06'],
]

const NOTHING = /^(sehat|tidak|tdk|tidak ada|tdk ada|nihil|belum diketahui|disangkal|normal)$/
const YEAR = /\b(?:sejak|sjk|mulai|th|thn|tahun)?\.?\s*((?:19|20)\d{2})\b/i
const CODE = /\b([A-Z]\d{2})(?:\.\d{1,2})?\b/i

function firstDayOf(year: string | undefined, on: CalendarDate): CalendarDate | undefined {
  const day = CalendarDate.safeParse(`${year ?? ''}-01-01`)
  return day.success && day.data <= on ? day.data : undefined
}

/** Reads the illnesses of a cell (IM17): words or ICD-10 codes, several in one cell. */
export type ReadIllnessesOf = (written: string, on: CalendarDate) => ReadIllnesses

/** The reader for a list of diagnoses and the chronic categories that the district has published. */
export function illnessReader(
  diagnoses: readonly Icd10Entry[],
  chronic: readonly Pick<ChronicCategories, 'from' | 'to'>[],
): ReadIllnessesOf {
  const byName = namedCategories(diagnoses)

  function categoryOf(piece: string): string | undefined {
    const [, code] = CODE.exec(piece) ?? []
    if (code) return code.toUpperCase()
    const words = plainWords(piece).replace(
      /^(riwayat|riw|rpd|penyakit|peny|sakit|menderita|susp|suspek) /,
      '',
    )
    return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? byName.get(words)
  }

  return (written, on) => {
    const known: KnownIllness[] = []
    const unknown: string[] = []
    const passing: string[] = []
    for (const piece of written.split(/[,;/+&\n]| dan /i).map((part) => part.trim())) {
      const [dated, year] = YEAR.exec(piece) ?? ['']
      const bare = piece.replace(dated, ' ').trim()
      if (bare === '' || !/[a-z]/i.test(bare) || NOTHING.test(plainWords(bare))) continue
      const category = categoryOf(bare)
      const since = firstDayOf(year, on)
      if (!category) unknown.push(piece)
      else if (isChronic(category, chronic) || category === 'I51')
        known.push({ category, ...(since ? { since } : {}) })
      else passing.push(piece)
    }
    return { known, unknown, passing }
  }
}

/** Names and clerks' words of a diagnosis list, where all that share one are of one category. */
function namedCategories(diagnoses: readonly Icd10Entry[]): ReadonlyMap<string, string> {
  const categories = new Map<string, Set<string>>()
  for (const { code, nameId, also = [] } of diagnoses) {
    for (const name of [nameId, nameId.replace(/ \(.*\)/, ''), ...also]) {
      const key = plainWords(name)
      categories.set(key, (categories.get(key) ?? new Set()).add(icd10Category(code)))
    }
  }
  return new Map(
    [...categories].flatMap(([name, of]) => (of.size === 1 ? [[name, [...of][0] ?? ''] as const] : [])),
  )
}
