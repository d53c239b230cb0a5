import type { CalendarDate } from '../calendar/calendar-date.ts'
import { caseCourses, knownKey, type CaseCourse, type Diagnosis } from '../visits/case-course.ts'
import { inOrder, type BeforeRecords, type Contact } from '../visits/contacts.ts'
import { visitNewness, type VisitNewness } from '../visits/new-visit.ts'
import { typeOfId } from '../documents/ids.ts'
import { isPoorOn } from '../coverage/poverty-on-day.ts'
import type { MonthInput } from './month-input.ts'
import type {
  ConditionRecord,
  FindingRecord,
  PersonRecord,
  UnreadableRecord,
  VisitRecord,
} from './records/record-types.ts'
import { settingsInForce, type SettingsInForce } from './settings-in-force.ts'
import type { Placement } from './tabulate.ts'

/** Why a visit does not count: excluded by a rule, or in the tray. */
export type NotCounting = Extract<Placement, { readonly excluded: string } | { readonly tray: string }>

/** What the reports of one clinic's month have in common, worked out once. */
export type MonthContext = {
  readonly input: MonthInput
  readonly settings: SettingsInForce
  readonly personOf: (patient: string) => string
  readonly visitsById: ReadonlyMap<string, VisitRecord>
  /** Why a visit does not count as one, or `undefined` where it does (rule RP4). */
  readonly notCounting: (visit: VisitRecord) => NotCounting | undefined
  readonly newness: () => ReadonlyMap<string, VisitNewness>
  readonly courses: () => ReadonlyMap<string, CaseCourse>
  readonly isPoor: (household: string | null, day: CalendarDate) => boolean
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** Lists by a key, in the order given. */
export function grouped<Item, Value>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
  valueOf: (item: Item) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(valueOf(item))
    else groups.set(key, [valueOf(item)])
  }
  return groups
}

const NOT_COUNTING = {
  registered: { excluded: 'visit-only-registered' },
  cancelled: { excluded: 'visit-cancelled' },
  'entered-in-error': { excluded: 'visit-entered-in-error' },
  disputed: { tray: 'visit-state-disputed' },
} as const satisfies Record<string, NotCounting>

function countingRule(settings: SettingsInForce) {
  return (visit: VisitRecord): NotCounting | undefined => {
    if (visit.status === null) return NOT_COUNTING.disputed
    if (visit.status === 'served') return undefined
    if (visit.status === 'registered' && settings.on('counts-as-visit', visit.on) === 'registered')
      return undefined
    return NOT_COUNTING[visit.status]
  }
}

function earliestBirths(persons: Iterable<PersonRecord>, personOf: (patient: string) => string) {
  const births = new Map<string, CalendarDate>()
  for (const person of persons) {
    const key = personOf(person.id)
    const known = births.get(key)
    if (person.born !== null && (!known || person.born < known)) births.set(key, person.born)
  }
  return births
}

export function monthContext(input: MonthInput): MonthContext {
  const { records, reference, facility } = input
  const settings = settingsInForce(reference.settings)
  const personOf = input.personOf ?? ((patient: string) => patient)
  const visitsById = new Map(records.visits.map((visit) => [visit.id, visit]))
  const notCounting = countingRule(settings)
  const counting = once(() => records.visits.filter((visit) => notCounting(visit) === undefined))
  const births = once(() => earliestBirths(records.persons.values(), personOf))
  const before: BeforeRecords = { goLive: facility.goLive, bornOn: (person) => births().get(person) }
  const findings = once(() =>
    grouped<FindingRecord, FindingRecord>(
      records.findings,
      (one) => one.household,
      (one) => one,
    ),
  )

  function contacts(): readonly Contact[] {
    return counting()
      .filter((visit) => !visit.outside || settings.on('counts-outside', visit.on))
      .map(({ id, patient, on, at }) => ({ id, person: personOf(patient), on, at }))
  }

  function diagnoses(): readonly Diagnosis[] {
    const standing = new Set(counting().map((visit) => visit.id))
    return records.conditions.flatMap((made) => diagnosisOf(made, standing))
  }

  function diagnosisOf(made: ConditionRecord, standing: ReadonlySet<string>): readonly Diagnosis[] {
    const visit = visitsById.get(made.visit)
    if (!visit || !standing.has(visit.id) || made.status !== 'active' || made.code === null) return []
    if (personOf(made.patient) !== personOf(visit.patient)) return []
    const { id, control, override } = made
    const person = personOf(visit.patient)
    return [
      {
        id,
        person,
        category: made.code.slice(0, 3),
        visit: visit.id,
        on: visit.on,
        at: visit.at,
        control,
        override,
      },
    ]
  }

  return {
    input,
    settings,
    personOf,
    visitsById,
    notCounting,
    newness: once(() =>
      visitNewness(contacts(), {
        ...before,
        seenBefore: grouped(
          records.seenBefore,
          (one) => personOf(one.patient),
          (one) => one.lastVisit,
        ),
        ruleOn: (day) => settings.on('visit-new-rule', day),
      }),
    ),
    courses: once(() =>
      caseCourses(diagnoses(), {
        ...before,
        known: grouped(
          records.knownConditions,
          (one) => knownKey(personOf(one.patient), one.category),
          (one) => one.since,
        ),
        ruleOn: (day) => settings.on('case-new-rule', day),
        isChronic: reference.isChronic,
      }),
    ),
    isPoor: (household, day) =>
      household !== null && isPoorOn(findings().get(household) ?? [], day, settings.on('poor-desil', day)),
  }
}

/** The month's visits in order of contact. */
export function visitsOfMonth({ input }: MonthContext): readonly VisitRecord[] {
  return input.records.visits.filter((visit) => visit.on.startsWith(input.period)).sort(inOrder)
}

/** Unreadable documents of these types without a day of their own: they lie in the tray of every month (rule RP1). */
export function unreadableOf(
  unreadable: readonly UnreadableRecord[],
  types: readonly string[],
): readonly UnreadableRecord[] {
  return unreadable.filter(({ id }) => types.includes(typeOfId(id)))
}
