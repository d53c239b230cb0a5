import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { ageOn } from '../../people/age.ts'
import { inOrder } from '../../visits/contacts.ts'
import { classicAgeBand } from '../age-bands.ts'
import { compiledReport } from '../compiled-report.ts'
import { unreadableOf, visitsOfMonth, type MonthContext } from '../month-context.ts'
import type { ConditionRecord, PersonRecord, UnreadableRecord, VisitRecord } from '../records/record-types.ts'
import type { CompiledReport, Figure } from '../report-content.ts'
import { tabulate, type Placement } from '../tabulate.ts'
import { rowFinder } from './mapping.ts'

/** Version of the rules by which Form 11 is counted. */
const DEFINITION = 1

/** A diagnosis of the month with its visit and person, or a document of the month that cannot be read. */
type DiagnosisFact = {
  readonly id: string
  readonly made: ConditionRecord
  readonly visit: VisitRecord | undefined
  readonly person: PersonRecord | undefined
}
type Fact = DiagnosisFact | UnreadableRecord

function byVisitThenRank(a: DiagnosisFact, b: DiagnosisFact): number {
  if (a.visit && b.visit) {
    const visits = inOrder(a.visit, b.visit)
    if (visits !== 0) return visits
    if (a.made.primary !== b.made.primary) return a.made.primary ? -1 : 1
  }
  return a.id < b.id ? -1 : 1
}

function factsOf({ input, visitsById }: MonthContext): readonly Fact[] {
  const { conditions, persons, unreadable } = input.records
  const facts = conditions
    .filter((made) => made.on.startsWith(input.period))
    .map((made): DiagnosisFact => {
      const visit = visitsById.get(made.visit)
      return { id: made.id, made, visit, person: visit && persons.get(visit.patient) }
    })
  const start = `condition:${input.period}`
  return [
    ...facts.sort(byVisitThenRank),
    ...unreadable.filter(({ id }) => id.startsWith(start)),
    ...unreadableOf(unreadable, ['known-condition']),
  ]
}

type Standing = {
  readonly visit: VisitRecord
  readonly sex: 'L' | 'P'
  readonly born: CalendarDate
  readonly code: string
}

/** What must hold before a row is looked for; the first thing that does not is the reason. */
function standingOf(fact: DiagnosisFact, context: MonthContext): Standing | Placement {
  const { made, visit, person } = fact
  if (made.status === 'entered-in-error') return { excluded: 'entered-in-error' }
  if (made.status === null || made.code === null) return { tray: 'diagnosis-disputed' }
  if (!visit) return { tray: 'visit-missing' }
  const notCounting = context.notCounting(visit)
  if (notCounting) return notCounting
  if (visit.kind === 'sehat') return { excluded: 'visit-sehat' }
  if (context.personOf(made.patient) !== context.personOf(visit.patient)) return { tray: 'another-patient' }
  if (!person) return { tray: 'patient-missing' }
  if (person.withdrawn) return { tray: 'patient-entered-in-error' }
  if (person.sex === null || person.born === null) return { tray: 'person-disputed' }
  if (person.born > visit.on) return { tray: 'birth-after-visit' }
  return { visit, sex: person.sex, born: person.born, code: made.code }
}

/** Cells of Form 11: course, classic age column, sex, as `baru/20-44y/P`. */
function placing(context: MonthContext): (fact: Fact) => Placement {
  const courses = context.courses()
  const courseOf = (id: string) => courses.get(id)?.course ?? 'baru'
  const rowFor = rowFinder(context.input.reference.mapping.rules)
  return (fact) => {
    if ('problem' in fact) return { tray: fact.problem }
    const standing = standingOf(fact, context)
    if (!('visit' in standing)) return standing
    const { visit, sex, born, code } = standing
    const age = ageOn(visit.on, born)
    const row = rowFor(code, { ageYears: age.years, sex })
    if (row === null) return code.startsWith('Z') ? { excluded: 'z-code' } : { tray: 'not-on-form' }
    return { row, cell: `${courseOf(fact.id)}/${classicAgeBand(age)}/${sex}`, once: `${visit.id} ${row}` }
  }
}

function countedIds(
  counted: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): readonly string[] {
  return Object.values(counted).flatMap((row) => Object.values(row).flat())
}

/** Of the visits for an illness that count, those that have a diagnosis: what is still to be entered shows here. */
function diagnosedFigure(context: MonthContext, diagnoses: readonly DiagnosisFact[]): Figure {
  const sick = visitsOfMonth(context).filter((visit) => visit.kind === 'sakit' && !context.notCounting(visit))
  const diagnosed = new Set(
    diagnoses.filter(({ made }) => made.status !== 'entered-in-error').map(({ made }) => made.visit),
  )
  return {
    id: 'diagnosed',
    numerator: sick.filter(({ id }) => diagnosed.has(id)).length,
    denominator: sick.length,
  }
}

/** Form 11, Kesakitan umum (rules F11-1 to F11-4). */
export function compileForm11(context: MonthContext): CompiledReport {
  const facts = factsOf(context)
  const counted = tabulate(facts, ({ id }) => id, placing(context))
  const courses = context.courses()
  const ids = countedIds(counted.facts.counted)
  const diagnoses = facts.flatMap((fact) => ('problem' in fact ? [] : [fact]))
  const overrides = diagnoses.filter(({ made }) => made.override !== null && made.status === 'active')
  const { version, from } = context.input.reference.mapping
  return compiledReport(context.input, {
    form: 'form-11',
    definition: DEFINITION,
    mapping: { version, from },
    settings: ['case-new-rule', 'counts-as-visit'],
    tables: [{ id: 'cases', rows: null, counted }],
    figures: [diagnosedFigure(context, diagnoses)],
    baru: ids.filter((id) => courses.get(id)?.course === 'baru').length,
    differing: overrides.filter(({ id, made }) => courses.get(id)?.suggested !== made.override).length,
    lists: {
      disputed: diagnoses
        .filter(({ made, visit, person }) => made.disputed || visit?.disputed || person?.disputed)
        .map(({ id }) => id),
      withoutHistory: ids.filter((id) => courses.get(id)?.withoutHistory),
      overrides: overrides.map(({ id }) => id),
    },
  })
}
