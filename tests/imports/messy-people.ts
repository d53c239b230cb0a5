/** The people and rows of a deliberately messy register, from a seed; their fates are decided here, not by the import. */
import { addDays, calendarDate, yearOf, type CalendarDate } from '../../shared/calendar/calendar-date.ts'

/** What stands in a cell: text, a number that a spreadsheet keeps as a number, or a day. */
export type Written = string | number | CalendarDateCell
export type CalendarDateCell = { readonly day: CalendarDate }

export const COLUMNS = [
  'name',
  'nik',
  'kk',
  'headName',
  'relation',
  'sex',
  'birth',
  'age',
  'address',
  'village',
  'phone',
  'rm',
  'jkn',
  'lastVisit',
  'illness',
] as const
export type Column = (typeof COLUMNS)[number]

export type MessyRow = {
  readonly cells: Readonly<Partial<Record<Column, Written>>>
  readonly fate: 'imported' | 'merged' | 'rejected'
}

/** The day on which the register is read. */
export const READ_ON = calendarDate('2026-10-31')

export type Chance = {
  readonly whole: (below: number) => number
  readonly one: <const T>(of: readonly T[]) => T
}

/** Mulberry32: small, and the same everywhere. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number) => Math.floor(next() * below)
  return { whole, one: <const T>(of: readonly T[]) => of[whole(of.length)] as T }
}

const FIRST_MALE = [
  'Budi',
  'Agus',
  'Slamet',
  'Joko',
  'Mohammad',
  'Sutrisno',
  'Bambang',
  'Eko',
  'Ponijan',
  'Yahya',
] as const
const FIRST_FEMALE = [
  'Siti',
  'Sri',
  'Endang',
  'Wahyuni',
  'Nur',
  'Rukmini',
  'Tutik',
  'Dewi',
  'Parmi',
  'Lestari',
] as const
const LAST = [
  'Santoso',
  'Aminah',
  'Wibowo',
  'Handayani',
  'Prasetyo',
  'Utami',
  'Kusuma',
  'Rahayu',
  'Nugroho',
  '',
] as const
const STREETS = ['Jl. Merak', 'Jl. Serayu', 'Dsn Krajan', 'Perum Bumi Asri', 'Gg. Mawar'] as const
const VILLAGES = ['Oro-oro Ombo', 'Sukosari', 'Kel. Klegen', 'ORO ORO OMBO', 'Antah Berantah'] as const
const ILLNESSES = [
  'DM',
  'hipertensi',
  'HT, DM',
  'asma',
  'TB paru',
  'kencing manis',
  'E11.9',
  'sawan manten',
  'ISPA',
  '-',
] as const
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'April',
  'Mei',
  'Juni',
  'Jul',
  'Agustus',
  'Sept',
  'Okt',
  'Nop',
  'Des',
] as const

type Person = {
  readonly name: string
  readonly sex: 'L' | 'P'
  readonly born: CalendarDate
  readonly nik: string | undefined
  readonly rm: string | undefined
  /** Only an age is written for this person. */
  readonly byAge: boolean
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function nikFor(born: CalendarDate, sex: 'L' | 'P', serial: number): string {
  const day = Number(born.slice(8)) + (sex === 'P' ? 40 : 0)
  return `357701${two(day)}${born.slice(5, 7)}${born.slice(2, 4)}${String((serial % 9998) + 1).padStart(4, '0')}`
}

function serialOf(day: CalendarDate): number {
  return Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)
}

/** One of the spellings in which registers write a day. */
function spelledDay(day: CalendarDate, chance: Chance): Written {
  const [y, m, d] = [day.slice(0, 4), day.slice(5, 7), day.slice(8)]
  const name = MONTHS[Number(m) - 1] ?? ''
  return chance.one<Written>([
    `${d}/${m}/${y}`,
    `${String(Number(d))}-${String(Number(m))}-${y}`,
    day,
    `${d} ${name} ${y}`,
    `'${d}/${m}/${y}`,
    serialOf(day),
    { day },
  ])
}

/** A day of birth, now and then with the place before it. */
function spelledBirth(day: CalendarDate, chance: Chance): Written {
  const written = spelledDay(day, chance)
  const place = chance.one(['', '', 'Madiun, ', 'MADIUN '])
  return typeof written === 'string' && !written.startsWith("'") ? place + written : written
}

function ageOf(born: CalendarDate): number {
  return yearOf(READ_ON) - yearOf(born) - (READ_ON.slice(5) < born.slice(5) ? 1 : 0)
}

function sexWord(sex: 'L' | 'P', chance: Chance): string {
  return sex === 'L'
    ? chance.one(['L', 'Laki-laki', 'lk', 'LAKI2', 'Pria'])
    : chance.one(['P', 'Perempuan', 'pr', 'Wanita'])
}

function messyName(name: string, chance: Chance): string {
  return chance.one([
    name,
    name.toUpperCase(),
    name.toLowerCase(),
    `  ${name} `,
    `${name},`,
    name.replace(' ', '  '),
  ])
}

/** How a person's NIK is written, and whether it survives. */
function writtenNik(nik: string, chance: Chance): { readonly written: Written; readonly kept: boolean } {
  const kind = chance.whole(20)
  if (kind === 0) return { written: '3,57701E+15', kept: false }
  if (kind === 1) return { written: Math.floor(Number(nik) / 10) * 10, kept: false }
  if (kind === 2) return { written: `${nik.slice(0, 6)}99${nik.slice(8)}`, kept: false }
  if (kind === 3) return { written: `'${nik}`, kept: true }
  if (kind === 4) return { written: `${nik.slice(0, 6)} ${nik.slice(6, 12)} ${nik.slice(12)}`, kept: true }
  return { written: nik, kept: true }
}

/** Makes the rows. `serial` and the counters make every number belong to one person. */
export function messyRows(chance: Chance, wanted: number): readonly MessyRow[] {
  const rows: MessyRow[] = []
  const known: Person[] = []
  let number = 0

  function newPerson(): Person {
    number += 1
    const sex = chance.one(['L', 'P'])
    const first = sex === 'L' ? chance.one(FIRST_MALE) : chance.one(FIRST_FEMALE)
    const name = [first, chance.one(LAST)].filter((part) => part !== '').join(' ')
    const born = addDays(calendarDate('1940-01-01'), chance.whole(31_000))
    const numbered = chance.whole(10)
    return {
      name,
      sex,
      born,
      nik: numbered < 7 ? nikFor(born, sex, number) : undefined,
      rm: numbered > 4 && numbered < 9 ? two(chance.whole(15)) + String(number).padStart(5, '0') : undefined,
      byAge: chance.whole(12) === 0,
    }
  }

  function birthCells(person: Person): MessyRow['cells'] {
    if (person.byAge) return { age: chance.one([`${String(ageOf(person.born))} th`, ageOf(person.born)]) }
    return { birth: spelledBirth(person.born, chance) }
  }

  function extras(): MessyRow['cells'] {
    const jkn = String(1_000_000_000 + chance.whole(8_999_999_999))
    return {
      address: `${chance.one(STREETS)} ${String(1 + chance.whole(90))} RT ${two(1 + chance.whole(9))}/${two(1 + chance.whole(5))}`,
      village: chance.one(VILLAGES),
      ...(chance.whole(3) === 0
        ? { phone: chance.one([`0812${jkn.slice(0, 8)}`, 8_120_000_000 + chance.whole(9_999_999)]) }
        : {}),
      ...(chance.whole(3) === 0 ? { jkn: chance.one([`000${jkn}`, Number(jkn), '1,23457E+12', 'PBI']) } : {}),
      ...(chance.whole(4) === 0
        ? { lastVisit: spelledDay(addDays(READ_ON, -chance.whole(400)), chance) }
        : {}),
      ...(chance.whole(5) === 0 ? { illness: chance.one(ILLNESSES) } : {}),
    }
  }

  function family(): void {
    const size = 1 + chance.whole(5)
    const kk = `35770101012${String(10_000 + rows.length)}`
    const cardless = chance.whole(6) === 0
    const home = extras().address ?? ''
    const members = Array.from({ length: size }, newPerson)
    for (const [index, person] of members.entries()) {
      const nik = person.nik === undefined ? undefined : writtenNik(person.nik, chance)
      known.push({ ...person, nik: nik?.kept ? person.nik : undefined })
      rows.push({
        fate: 'imported',
        cells: {
          ...extras(),
          address: home,
          name: messyName(person.name, chance),
          sex: sexWord(person.sex, chance),
          ...birthCells(person),
          ...(nik === undefined ? {} : { nik: nik.written }),
          ...(person.rm === undefined ? {} : { rm: person.rm }),
          ...(cardless ? {} : { kk }),
          headName: members[0]?.name ?? '',
          relation:
            index === 0 ? 'Kepala Keluarga' : index === 1 ? chance.one(['Istri', 'ISTERI', 'Suami']) : 'Anak',
        },
      })
    }
  }

  /** The same person again, by NIK or by RM number, name and birth, with something the first row may lack. */
  function repeat(): void {
    const person = known[chance.whole(known.length)]
    if (!person || (person.nik === undefined && person.rm === undefined)) return
    const byNik = person.nik !== undefined && (person.rm === undefined || chance.whole(2) === 0)
    rows.push({
      fate: 'merged',
      cells: {
        name: messyName(person.name, chance),
        sex: sexWord(person.sex, chance),
        ...birthCells(person),
        ...(byNik
          ? { nik: person.nik }
          : {
              rm: chance.one([
                person.rm ?? '',
                `${(person.rm ?? '').slice(0, 2)}-${(person.rm ?? '').slice(2)}`,
              ]),
            }),
        phone: '081298765432',
        lastVisit: spelledDay(addDays(READ_ON, -chance.whole(300)), chance),
      },
    })
  }

  function rejected(): void {
    const person = newPerson()
    const whole = {
      name: person.name,
      sex: person.sex,
      birth: `${person.born.slice(8)}/${person.born.slice(5, 7)}/${person.born.slice(0, 4)}`,
    }
    const broken: MessyRow['cells'] = chance.one<MessyRow['cells']>([
      { ...whole, name: '-' },
      { name: whole.name, birth: whole.birth },
      { name: whole.name, sex: whole.sex },
      { ...whole, birth: '31/11/1985' },
      { ...whole, birth: '12/31/1985' },
      { ...whole, birth: 'lupa th 19' },
      { ...whole, birth: '1/1/2077' },
      { ...whole, sex: 'X?' },
    ])
    rows.push({ fate: 'rejected', cells: { ...broken, address: 'Jl. Tolak 1' } })
  }

  while (rows.length < wanted) {
    const kind = chance.whole(10)
    if (kind === 0 && known.length > 0) repeat()
    else if (kind === 1 && chance.whole(2) === 0) rejected()
    else family()
  }
  return rows.slice(0, wanted)
}
