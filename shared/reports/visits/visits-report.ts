import { compiledReport } from '../compiled-report.ts'
import { unreadableOf, visitsOfMonth, type MonthContext } from '../month-context.ts'
import type { Labelled } from '../month-input.ts'
import type { PersonRecord, Residence, UnreadableRecord, VisitRecord } from '../records/record-types.ts'
import type { CompiledReport } from '../report-content.ts'
import { tabulate, type Placement } from '../tabulate.ts'

const DEFINITION = 1

/** Parts of a visit's cell, in this order: `baru/P/sakit/dalam/gakin`. */
export const VISIT_AXES = [
  ['baru', 'lama'],
  ['L', 'P'],
  ['sakit', 'sehat'],
  ['dalam', 'luar', 'belum'],
  ['gakin', 'bukan'],
] as const

type Fact = VisitRecord | UnreadableRecord

/** *Dalam* or *luar wilayah* (rule VS5). */
export function residenceIn(
  residence: Residence,
  workingArea: ReadonlySet<string>,
): 'dalam' | 'luar' | 'belum' {
  if (residence.area !== null) return workingArea.has(residence.area) ? 'dalam' : 'luar'
  return residence.faraway ? 'luar' : 'belum'
}

function personProblem(
  visit: VisitRecord,
  person: PersonRecord | undefined,
): { readonly tray: string } | undefined {
  if (!person) return { tray: 'patient-missing' }
  if (person.withdrawn) return { tray: 'patient-entered-in-error' }
  if (person.sex === null || person.born === null) return { tray: 'person-disputed' }
  return person.born > visit.on ? { tray: 'birth-after-visit' } : undefined
}

/** What a visit's cell is, or why it has none; the same for every table, so it is worked out once. */
type Standing =
  { readonly visit: VisitRecord; readonly cell: string } | Exclude<Placement, { readonly row: string }>

function standing(context: MonthContext): (fact: Fact) => Standing {
  const { input, settings, notCounting, isPoor } = context
  const newness = context.newness()
  const workingArea: ReadonlySet<string> = new Set(input.facility.workingArea)
  return (fact) => {
    if ('problem' in fact) return { tray: fact.problem }
    const reason = notCounting(fact)
    if (reason) return reason
    if (fact.outside && !settings.on('counts-outside', fact.on)) return { excluded: 'outside-building' }
    const person = input.records.persons.get(fact.patient)
    const problem = personProblem(fact, person)
    const flag = newness.get(fact.id)
    if (problem || !person?.sex || !flag) return problem ?? { tray: 'person-disputed' }
    const place = residenceIn(person.residence, workingArea)
    const poor = isPoor(person.household, fact.on) ? 'gakin' : 'bukan'
    return { visit: fact, cell: [flag.newness, person.sex, fact.kind, place, poor].join('/') }
  }
}

/** Places visits in the rows of a list that the district keeps; `unknown` is the tray of those it lacks (rule VS3). */
function inRows(
  rows: readonly Labelled[],
  rowOf: (visit: VisitRecord) => string,
  unknown: string,
): (standing: Standing) => Placement {
  const known = new Set(rows.map(({ id }) => id))
  return (found) => {
    if (!('visit' in found)) return found
    const row = rowOf(found.visit)
    return known.has(row) ? { row, cell: found.cell } : { tray: unknown }
  }
}

/** Visits by payer and by unit (rules VS1-VS5). */
export function compileVisits(context: MonthContext): CompiledReport {
  const { records, reference, period } = context.input
  const visits = visitsOfMonth(context)
  const start = `encounter:${period}`
  const facts: readonly Fact[] = [
    ...visits,
    ...records.unreadable.filter(({ id }) => id.startsWith(start)),
    ...unreadableOf(records.unreadable, ['seen-before']),
  ]
  const standingOf = standing(context)
  const placed = facts.map((fact) => ({ id: fact.id, found: standingOf(fact) }))
  const count = (place: (found: Standing) => Placement) =>
    tabulate(
      placed,
      ({ id }) => id,
      ({ found }) => place(found),
    )
  const byPayer = count(inRows(reference.payers, ({ payer }) => payer, 'payer-not-listed'))
  const byUnit = count(inRows(reference.units, ({ unit }) => unit, 'unit-not-listed'))
  const countedIds = new Set(Object.values(byPayer.facts.counted).flatMap((row) => Object.values(row).flat()))
  const counted = visits.filter(({ id }) => countedIds.has(id))
  const newness = context.newness()
  const visitors = new Set(counted.map(({ patient, on }) => `${context.personOf(patient)} ${on}`))
  const onlyRegistered = byPayer.proof.excluded['visit-only-registered'] ?? 0
  return compiledReport(context.input, {
    form: 'visits',
    definition: DEFINITION,
    settings: ['visit-new-rule', 'counts-as-visit', 'counts-outside', 'poor-desil'],
    tables: [
      { id: 'payer', rows: reference.payers, counted: byPayer },
      { id: 'unit', rows: reference.units, counted: byUnit },
    ],
    figures: [
      { id: 'visitors', numerator: visitors.size, denominator: null },
      { id: 'served', numerator: counted.length, denominator: counted.length + onlyRegistered },
    ],
    baru: counted.filter(({ id }) => newness.get(id)?.newness === 'baru').length,
    lists: {
      disputed: visits
        .filter((visit) => visit.disputed || records.persons.get(visit.patient)?.disputed)
        .map(({ id }) => id),
      withoutHistory: counted.filter(({ id }) => newness.get(id)?.withoutHistory).map(({ id }) => id),
    },
  })
}
