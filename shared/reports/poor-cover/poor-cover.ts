import { HOUSEHOLD_COVERS, householdCover } from '../../coverage/household-cover.ts'
import { SCHEME_GROUPS } from '../../coverage/cover-on-day.ts'
import { cellsWhere } from '../axes.ts'
import { compiledReport } from '../compiled-report.ts'
import { grouped, unreadableOf, type MonthContext } from '../month-context.ts'
import type { HouseholdRecord, PersonRecord, Residence, UnreadableRecord } from '../records/record-types.ts'
import type { CompiledReport, Figure } from '../report-content.ts'
import { figureOf, tabulate, type Placement, type Tabulation } from '../tabulate.ts'
import { poorPeople, type PoorPeople } from './poor-people.ts'

const DEFINITION = 1

/** Parts of a poor person's cell, in this order: `JKN/P/served`. */
export const POOR_PERSON_AXES = [SCHEME_GROUPS, ['L', 'P'], ['served', 'not-served']] as const

type Fact<Kept> = Kept | UnreadableRecord
type Area = { readonly area: string } | Placement

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

function areaIn({ area, faraway }: Residence, workingArea: readonly string[]): Area {
  if (area !== null) return workingArea.includes(area) ? { area } : { excluded: 'outside-area' }
  return faraway ? { excluded: 'outside-area' } : { tray: 'residence-unknown' }
}

function personPlacing(context: MonthContext, people: PoorPeople): (person: Fact<PersonRecord>) => Placement {
  const { records, facility } = context.input
  return (person) => {
    if ('problem' in person) return { tray: person.problem }
    const household = records.households.get(person.household ?? '')
    if (person.withdrawn) return { excluded: 'patient-entered-in-error' }
    if (!household) return { tray: 'household-missing' }
    if (household.withdrawn) return { excluded: 'household-entered-in-error' }
    if (!context.isPoor(household.id, people.day)) return { excluded: 'not-poor' }
    if (people.isDead(person)) return { excluded: 'deceased' }
    if (person.sex === null || person.born === null) return { tray: 'person-disputed' }
    if (person.born > people.day) return { excluded: 'not-born-yet' }
    const found = areaIn(person.residence, facility.workingArea)
    if (!('area' in found)) return found
    const cell = [
      people.schemeOf(person),
      person.sex,
      people.isServed(person) ? 'served' : 'not-served',
    ].join('/')
    return { row: found.area, cell, once: people.keyOf(person) }
  }
}

/** A family is one by its card; without a card number the record is the family. */
function familyKey({ id, kk }: HouseholdRecord): string {
  return kk ?? id
}

function membersByFamily(context: MonthContext, people: PoorPeople) {
  const { households, persons } = context.input.records
  const living = [...persons.values()].filter(
    (person) =>
      !person.withdrawn && !people.isDead(person) && (person.born === null || person.born <= people.day),
  )
  return grouped<PersonRecord, PersonRecord>(
    living,
    ({ household }) => {
      const family = households.get(household ?? '')
      return family ? familyKey(family) : ''
    },
    (person) => person,
  )
}

function familyPlacing(
  context: MonthContext,
  people: PoorPeople,
): (family: Fact<HouseholdRecord>) => Placement {
  const members = membersByFamily(context, people)
  return (family) => {
    if ('problem' in family) return { tray: family.problem }
    if (family.withdrawn) return { excluded: 'household-entered-in-error' }
    if (!context.isPoor(family.id, people.day)) return { excluded: 'not-poor' }
    const found = areaIn(family.residence, context.input.facility.workingArea)
    if (!('area' in found)) return found
    const key = familyKey(family)
    const covered = (members.get(key) ?? []).map((person) => people.schemeOf(person) !== 'NONE')
    return { row: found.area, cell: householdCover(covered), once: key }
  }
}

function figuresOf(persons: Tabulation, families: Tabulation): readonly Figure[] {
  const rows = Object.keys(persons.cells)
  const covered = cellsWhere(POOR_PERSON_AXES, [SCHEME_GROUPS.filter((group) => group !== 'NONE')])
  const served = cellsWhere(POOR_PERSON_AXES, [undefined, undefined, ['served']])
  const poor = figureOf(persons.cells, rows, cellsWhere(POOR_PERSON_AXES, []))
  const familyRows = Object.keys(families.cells)
  return [
    { id: 'cover', numerator: figureOf(persons.cells, rows, covered), denominator: poor },
    {
      id: 'household-cover',
      numerator: figureOf(families.cells, familyRows, ['full']),
      denominator: figureOf(families.cells, familyRows, HOUSEHOLD_COVERS),
    },
    { id: 'service-cover', numerator: figureOf(persons.cells, rows, served), denominator: poor },
  ]
}

/** Cover of the poor on the last day of the month (rules PC1-PC5). */
export function compilePoorCover(context: MonthContext): CompiledReport {
  const { records, reference } = context.input
  const people = poorPeople(context)
  const persons = [...records.persons.values()]
    .filter(({ household }) => household !== null && people.households.has(household))
    .sort(byId)
  const families = [...records.households.values()].filter(({ id }) => people.households.has(id)).sort(byId)
  const unreadable = (...types: readonly string[]) => unreadableOf(records.unreadable, types)
  const byPerson = tabulate<Fact<PersonRecord>>(
    [...persons, ...unreadable('patient', 'coverage', 'poverty')],
    ({ id }) => id,
    personPlacing(context, people),
  )
  const byFamily = tabulate<Fact<HouseholdRecord>>(
    [...families, ...unreadable('household')],
    ({ id }) => id,
    familyPlacing(context, people),
  )
  return compiledReport(context.input, {
    form: 'poor-cover',
    definition: DEFINITION,
    settings: ['poor-desil', 'counts-as-visit'],
    tables: [
      { id: 'persons', rows: reference.areas, counted: byPerson },
      { id: 'families', rows: reference.areas, counted: byFamily },
    ],
    figures: figuresOf(byPerson, byFamily),
    lists: { disputed: persons.filter(({ disputed }) => disputed).map(({ id }) => id) },
  })
}
