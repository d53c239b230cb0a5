/*
 * The month counted a second time, by other hands: it reads documents as raw JSON and imports nothing of the program
 * but the mapping's data. It is meant to be slow and obvious. For every question it looks through all documents again;
 * it keeps no index, sorts nothing it does not need, and knows no engine.
 */
import chronic from '../../shared/codes/chronic-categories.json' with { type: 'json' }
import mapping from '../../shared/reports/form-11/mapping.json' with { type: 'json' }
import rows from '../../shared/reports/form-11/rows.json' with { type: 'json' }

export type Raw = Readonly<Record<string, unknown>>

export type RecountRules = {
  /** `2026-10` */
  readonly period: string
  readonly workingArea: readonly string[]
  readonly visitRule: 'YEAR' | 'MONTH' | 'EVER'
  readonly acuteDays: number
  readonly chronicReset: 'NEVER' | 'YEAR'
  readonly counts: 'served' | 'registered'
  readonly poorDesil: number
}

export const USUAL_RULES = {
  visitRule: 'YEAR',
  acuteDays: 14,
  chronicReset: 'NEVER',
  counts: 'served',
  poorDesil: 5,
} as const

type Counts = Record<string, Record<string, number>>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const part = (value: unknown, name: string): unknown => (value as Raw | null | undefined)?.[name]
const typeOf = (id: unknown) => text(id).slice(0, text(id).indexOf(':'))

/** Documents laid on piles by their type, as one does with paper; nothing else is sorted or kept. */
type Piles = Readonly<Record<string, readonly Raw[]>>

function pilesOf(documents: readonly Raw[]): Piles {
  const piles: Record<string, Raw[]> = {}
  for (const document of documents) (piles[typeOf(document['_id'])] ??= []).push(document)
  return piles
}

const ofType = (piles: Piles, type: string) => piles[type] ?? []
const find = (piles: Piles, id: unknown) => ofType(piles, typeOf(id)).find((one) => one['_id'] === id)

/** Days between two days, by walking from the one to the other. */
function daysFromTo(from: string, to: string): number {
  let days = 0
  const walker = new Date(`${from}T00:00:00Z`)
  while (walker.toISOString().slice(0, 10) < to) {
    walker.setUTCDate(walker.getUTCDate() + 1)
    days += 1
  }
  return days
}

/** Completed years: how often the birthday has come. A birthday on 29 February comes on 1 March in common years. */
function yearsFromTo(born: string, day: string): number {
  let years = 0
  for (;;) {
    const year = Number(born.slice(0, 4)) + years + 1
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
    const date = born.slice(5) === '02-29' && !leap ? '03-01' : born.slice(5)
    if (`${String(year).padStart(4, '0')}-${date}` > day) return years
    years += 1
  }
}

function bandOf(born: string, day: string): string {
  const years = yearsFromTo(born, day)
  if (years === 0) {
    const days = daysFromTo(born, day)
    if (days <= 7) return '0-7d'
    if (days <= 28) return '8-28d'
    return '29d-1y'
  }
  if (years <= 4) return '1-4y'
  if (years <= 9) return '5-9y'
  if (years <= 14) return '10-14y'
  if (years <= 19) return '15-19y'
  if (years <= 44) return '20-44y'
  if (years <= 54) return '45-54y'
  if (years <= 59) return '55-59y'
  if (years <= 69) return '60-69y'
  return '70y+'
}

type Rule = (typeof mapping.rules)[number] & {
  readonly ranges?: readonly string[]
  readonly age?: { readonly fromYears?: number; readonly belowYears?: number }
  readonly sex?: string
}

/** The longest code of any rule that holds for the person and begins the diagnosis; ranges are as long as categories. */
function rowOf(code: string, years: number, sex: string): string | null {
  const bare = code.replace('.', '')
  let best: { readonly length: number; readonly row: string | null } = { length: 0, row: null }
  for (const rule of mapping.rules as readonly Rule[]) {
    if (years < (rule.age?.fromYears ?? 0) || years >= (rule.age?.belowYears ?? 999)) continue
    if (rule.sex !== undefined && rule.sex !== sex) continue
    for (const claimed of rule.codes ?? []) {
      const claim = claimed.replace('.', '')
      if (bare.startsWith(claim) && claim.length > best.length) best = { length: claim.length, row: rule.row }
    }
    for (const range of rule.ranges ?? []) {
      const category = code.slice(0, 3)
      if (category >= range.slice(0, 3) && category <= range.slice(4) && best.length < 3)
        best = { length: 3, row: rule.row }
    }
  }
  return best.row
}

function isChronic(category: string): boolean {
  return chronic.some(({ from, to }) => from <= category && category <= to)
}

/** Whether the document says what it must, as far as counting needs it. */
function isReadable(document: Raw): boolean {
  if (text(document['_id']).startsWith('condition:'))
    return /^[A-Z]\d\d(\.\d{1,2})?$/.test(text(document['code']))
  return true
}

function countsAsVisit(visit: Raw, rules: RecountRules): boolean {
  return visit['status'] === 'served' || (rules.counts === 'registered' && visit['status'] === 'registered')
}

/** Day, then time of arrival, then id. */
function isBefore(a: Raw, b: Raw): boolean {
  const left = [text(a['on']), text(a['arrivedAt']), text(a['_id'])]
  const right = [text(b['on']), text(b['arrivedAt']), text(b['_id'])]
  for (const index of [0, 1, 2] as const)
    if (left[index] !== right[index]) return (left[index] ?? '') < (right[index] ?? '')
  return false
}

function visitIsNew(visit: Raw, documents: Piles, rules: RecountRules): boolean {
  const on = text(visit['on'])
  const same = (day: string) =>
    rules.visitRule === 'EVER' ||
    day.slice(0, rules.visitRule === 'YEAR' ? 4 : 7) === on.slice(0, rules.visitRule === 'YEAR' ? 4 : 7)
  const earlier = ofType(documents, 'encounter').some(
    (other) =>
      other['patient'] === visit['patient'] &&
      countsAsVisit(other, rules) &&
      isBefore(other, visit) &&
      same(text(other['on'])),
  )
  const known = ofType(documents, 'seen-before').some(
    (other) =>
      other['patient'] === visit['patient'] &&
      text(other['lastVisit']) < on &&
      same(text(other['lastVisit'])),
  )
  return !earlier && !known
}

function caseIsNew(made: Raw, visit: Raw, documents: Piles, rules: RecountRules): boolean {
  const override = part(made['courseOverride'], 'course')
  if (override !== undefined) return override === 'baru'
  if (made['control'] === true) return false
  const category = text(made['code']).slice(0, 3)
  const on = text(visit['on'])
  const reaches = (day: string) => {
    if (!isChronic(category)) return daysFromTo(day, on) <= rules.acuteDays
    return rules.chronicReset === 'NEVER' || day.slice(0, 4) === on.slice(0, 4)
  }
  const earlier = ofType(documents, 'condition').some((other) => {
    // Cheap questions first, so that even a whole year is done in seconds.
    if (other['patient'] !== visit['patient'] || text(other['code']).slice(0, 3) !== category) return false
    if (other['status'] !== 'active' || !isReadable(other)) return false
    const otherVisit = find(documents, other['encounter'])
    return (
      otherVisit !== undefined &&
      otherVisit['_id'] !== visit['_id'] &&
      otherVisit['patient'] === visit['patient'] &&
      countsAsVisit(otherVisit, rules) &&
      isBefore(otherVisit, visit) &&
      reaches(text(otherVisit['on']))
    )
  })
  const known = ofType(documents, 'known-condition').some(
    (other) =>
      other['patient'] === visit['patient'] &&
      other['category'] === category &&
      text(other['since']) < on &&
      reaches(text(other['since'])),
  )
  return !earlier && !known
}

function add(counts: Counts, row: string, cell: string): void {
  counts[row] ??= {}
  counts[row][cell] = (counts[row][cell] ?? 0) + 1
}

/** Of the same visit and row the primary one counts, then the one with the smaller id. */
function comesFirst(a: Raw, b: Raw): boolean {
  if (a['rank'] !== b['rank']) return a['rank'] === 'primary'
  return text(a['_id']) < text(b['_id'])
}

type Sick = { readonly made: Raw; readonly visit: Raw; readonly row: string; readonly cell: string }

function sickOnForm(documents: Piles, rules: RecountRules): readonly Sick[] {
  const found: Sick[] = []
  for (const made of ofType(documents, 'condition')) {
    const visit = find(documents, made['encounter'])
    const person = find(documents, visit?.['patient'])
    if (!visit || !person || !isReadable(made) || made['status'] !== 'active') continue
    const [on, born, sex] = [text(visit['on']), text(part(person['birth'], 'on')), text(person['sex'])]
    if (!on.startsWith(rules.period) || !countsAsVisit(visit, rules) || visit['kind'] !== 'sakit') continue
    if (made['patient'] !== visit['patient'] || person['status'] !== 'active' || born > on) continue
    const row = rowOf(text(made['code']), yearsFromTo(born, on), sex)
    if (row === null) continue
    const course = caseIsNew(made, visit, documents, rules) ? 'baru' : 'lama'
    found.push({ made, visit, row, cell: `${course}/${bandOf(born, on)}/${sex}` })
  }
  return found
}

/** Form 11: cases by row, then `course/age column/sex`. */
export function recountForm11(all: readonly Raw[], rules: RecountRules): Counts {
  const counts: Counts = {}
  const sick = sickOnForm(pilesOf(all), rules)
  for (const one of sick) {
    const beaten = sick.some(
      (other) =>
        other !== one &&
        other.visit === one.visit &&
        other.row === one.row &&
        comesFirst(other.made, one.made),
    )
    if (!beaten) add(counts, one.row, one.cell)
  }
  return counts
}

function isPoor(person: Raw, day: string, documents: Piles, rules: RecountRules): boolean {
  let held: Raw | undefined
  for (const finding of ofType(documents, 'poverty')) {
    if (finding['household'] !== person['household'] || text(finding['from']) > day) continue
    const key = (one: Raw) => `${text(one['from'])} ${text(one['stamp'])} ${text(one['_id'])}`
    if (!held || key(finding) > key(held)) held = finding
  }
  if (!held) return false
  return typeof held['desil'] === 'number' ? held['desil'] <= rules.poorDesil : held['poor'] === true
}

function wilayah(person: Raw, rules: RecountRules): string {
  const area = part(person['address'], 'area')
  if (typeof area === 'string') return rules.workingArea.includes(area) ? 'dalam' : 'luar'
  return part(person['address'], 'outside') === null ? 'belum' : 'luar'
}

/** Visits by payer, then `baru/P/sakit/dalam/gakin`. */
export function recountVisits(all: readonly Raw[], rules: RecountRules): Counts {
  const counts: Counts = {}
  const documents = pilesOf(all)
  for (const visit of ofType(documents, 'encounter')) {
    const on = text(visit['on'])
    const person = find(documents, visit['patient'])
    if (
      !on.startsWith(rules.period) ||
      !countsAsVisit(visit, rules) ||
      !person ||
      person['status'] !== 'active'
    )
      continue
    if (text(part(person['birth'], 'on')) > on) continue
    const newness = visitIsNew(visit, documents, rules) ? 'baru' : 'lama'
    const poor = isPoor(person, on, documents, rules) ? 'gakin' : 'bukan'
    const cell = [newness, text(person['sex']), text(visit['kind']), wilayah(person, rules), poor].join('/')
    add(counts, text(visit['payer']), cell)
  }
  return counts
}

function schemeOf(same: readonly Raw[], day: string, documents: Piles): string {
  const valid = ofType(documents, 'coverage')
    .filter((cover) => same.some((person) => person['_id'] === cover['patient']))
    .filter((cover) => cover['active'] === true && text(cover['from']) <= day)
    .filter((cover) => cover['to'] === null || text(cover['to']) >= day)
    .map((cover) => text(cover['scheme']))
  if (valid.some((scheme) => scheme.startsWith('JKN_'))) return 'JKN'
  if (valid.includes('JAMKESDA')) return 'JAMKESDA'
  if (valid.includes('SKTM')) return 'SKTM'
  return valid.includes('ASURANSI_LAIN') ? 'OTHER' : 'NONE'
}

/** The poor by area, then `JKN/P/served`, on the last day of the month. */
export function recountPoorPeople(all: readonly Raw[], rules: RecountRules, lastDay: string): Counts {
  const counts: Counts = {}
  const documents = pilesOf(all)
  const people = ofType(documents, 'patient')
  const isSame = (a: Raw, b: Raw) => a === b || (typeof a['nik'] === 'string' && a['nik'] === b['nik'])
  const qualifies = (person: Raw) => {
    const household = find(documents, person['household'])
    if (person['status'] !== 'active' || household?.['status'] !== 'active') return false
    return (
      isPoor(person, lastDay, documents, rules) &&
      wilayah(person, rules) === 'dalam' &&
      text(part(person['birth'], 'on')) <= lastDay
    )
  }
  for (const person of people) {
    const same = people.filter((other) => isSame(other, person))
    const dead = same.some((one) => {
      const on = part(one['deceased'], 'on')
      return one['deceased'] !== null && (on === null || text(on) <= lastDay)
    })
    if (dead || !qualifies(person)) continue
    if (same.some((other) => text(other['_id']) < text(person['_id']) && qualifies(other))) continue
    const served = ofType(documents, 'encounter').some(
      (visit) =>
        same.some((one) => one['_id'] === visit['patient']) &&
        text(visit['on']).startsWith(rules.period) &&
        countsAsVisit(visit, rules),
    )
    const cell = [
      schemeOf(same, lastDay, documents),
      text(person['sex']),
      served ? 'served' : 'not-served',
    ].join('/')
    add(counts, text(part(person['address'], 'area')), cell)
  }
  return counts
}

const PRINTED_BANDS: readonly (readonly string[])[] = [
  ['0-7d'],
  ['8-28d'],
  ['29d-1y'],
  ['1-4y'],
  ['5-9y'],
  ['10-14y'],
  ['15-19y'],
  ['20-44y'],
  ['45-54y', '55-59y'],
  ['60-69y', '70y+'],
]

/** The sixteen figures that Form 11 prints for a row: ten age columns, then L, P, JML of new and of old cases. */
export function printedFigures(counts: Counts, row: string): readonly number[] {
  const own = rows.rows
    .filter((one) => one.id === row || (one as { parent?: string }).parent === row)
    .map(({ id }) => id)
  const sum = (wanted: (cell: readonly string[]) => boolean) => {
    let total = 0
    for (const id of own)
      for (const [cell, count] of Object.entries(counts[id] ?? {}))
        if (wanted(cell.split('/'))) total += count
    return total
  }
  const bySex = (course: string, sex: string) => sum((cell) => cell[0] === course && cell[2] === sex)
  const bands = PRINTED_BANDS.map((joined) =>
    sum((cell) => cell[0] === 'baru' && joined.includes(cell[1] ?? '')),
  )
  const [newL, newP, oldL, oldP] = [
    bySex('baru', 'L'),
    bySex('baru', 'P'),
    bySex('lama', 'L'),
    bySex('lama', 'P'),
  ]
  return [...bands, newL, newP, newL + newP, oldL, oldP, oldL + oldP]
}
