import type { Relation } from '../documents/patient.ts'

/** The head of the family, *kepala keluarga*. */
export const HEAD: Relation = '00'
/** The head's wife; the husband where a woman is the head. */
export const SPOUSE: Relation = '01'

const FIRST_CHILD = 2
/** Codes 02 to 20: nineteen children (`domain.md` 1.3). */
export const MOST_CHILDREN = 19

/** Places in the family that are not the head, the spouse or a child, by the clinics' member codes. */
export const OTHER_RELATIONS = {
  father: '90',
  mother: '91',
  grandfather: '92',
  grandmother: '93',
  grandchild: '94',
  'child-in-law': '95',
  'parent-in-law': '96',
  sibling: '97',
  nephew: '98',
  boarder: '99',
} as const satisfies Readonly<Record<string, Relation>>

/** The code of the `number`-th child, 1 the eldest; `undefined` beyond the nineteenth, for whom there is none. */
export function childCode(number: number): Relation | undefined {
  if (!Number.isInteger(number) || number < 1 || number > MOST_CHILDREN) return undefined
  return String(FIRST_CHILD + number - 1).padStart(2, '0')
}

/** Which child a code means, 1 the eldest; `undefined` for codes of others. */
export function childNumber(code: Relation): number | undefined {
  const number = Number(code) - FIRST_CHILD + 1
  return childCode(number) === code ? number : undefined
}

/** A place in the family as people write it: a code, or a child of whom nobody says which. */
export type ReadRelation = { readonly code: Relation } | { readonly child: 'unnumbered' }

const WORDS: readonly (readonly [pattern: RegExp, code: Relation])[] = [
  [/^(kk|kep(ala)? ?(kel(uarga)?)?|kepala|krt|kepala rumah tangga)$/, HEAD],
  [/^(ist(e?ri)?|suami|pasangan|suami istri|isteri)$/, SPOUSE],
  [/^(ayah|bapak|bpk|bapa)( kandung)?$/, OTHER_RELATIONS.father],
  [/^(ibu|mamak|emak)( kandung)?$/, OTHER_RELATIONS.mother],
  [/^(kakek|mbah kakung|eyang kakung)$/, OTHER_RELATIONS.grandfather],
  [/^(nenek|mbah putri|eyang putri)$/, OTHER_RELATIONS.grandmother],
  [/^(cucu|cucu kandung)$/, OTHER_RELATIONS.grandchild],
  [/^(menantu|mantu|anak menantu)$/, OTHER_RELATIONS['child-in-law']],
  [/^(mertua|(bapak|ayah|ibu) mertua)$/, OTHER_RELATIONS['parent-in-law']],
  [/^(kakak|adik|saudara|sdr|sdri|kakak kandung|adik kandung|saudara kandung)$/, OTHER_RELATIONS.sibling],
  [/^(keponakan|ponakan|kemenakan)$/, OTHER_RELATIONS.nephew],
  [/^(santri|pondok|pondok pesantren|ponpes)$/, OTHER_RELATIONS.boarder],
]

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const ORDINALS = ['pertama', 'kedua', 'ketiga', 'keempat', 'kelima', 'keenam', 'ketujuh', 'kedelapan']

function ordinal(text: string): number | undefined {
  const bare = text.replace(/^ke ?/, '')
  if (/^\d{1,2}$/.test(bare)) return Number(bare)
  const place = Math.max(ROMAN.indexOf(bare), ORDINALS.indexOf(text), ORDINALS.indexOf(`ke${bare}`))
  return place < 0 ? undefined : place + 1
}

function child(text: string): ReadRelation | undefined {
  const [matched, , place] = /^an(a)?k(?: kandung)?(?: (.+))?$/.exec(text) ?? []
  if (matched === undefined) return undefined
  if (place === undefined) return { child: 'unnumbered' }
  const number = ordinal(place)
  const code = number === undefined ? undefined : childCode(number)
  return code ? { code } : undefined
}

/**
 * The place in the family that a clinic's own word or code means (RE1-RE4 in RULES.md); `undefined` for words that
 * have no code, such as *famili lain*.
 */
export function readRelation(written: string): ReadRelation | undefined {
  const text = written
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  if (/^\d{2}$/.test(text)) return isRelation(text) ? { code: text } : undefined
  const found = WORDS.find(([pattern]) => pattern.test(text))
  return found ? { code: found[1] } : child(text)
}

/** Whether a family folder has that code. */
export function isRelation(code: string): boolean {
  return code === HEAD || code === SPOUSE || childNumber(code) !== undefined || OTHERS.has(code)
}

const OTHERS: ReadonlySet<string> = new Set(Object.values(OTHER_RELATIONS))
