import { lastDayOf } from '../../calendar/month.ts'
import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { schemeGroupOn, type Cover, type SchemeGroup } from '../../coverage/cover-on-day.ts'
import { grouped, visitsOfMonth, type MonthContext } from '../month-context.ts'
import type { PersonRecord } from '../records/record-types.ts'

/** What the cover of the poor asks about people and families, on the last day of the month. */
export type PoorPeople = {
  readonly day: CalendarDate
  /** Families about which a finding had begun by that day. */
  readonly households: ReadonlySet<string>
  /** One key for all records of one person (rule PC1). */
  readonly keyOf: (person: PersonRecord) => string
  readonly isDead: (person: PersonRecord) => boolean
  /** The kind of cover of the person, whichever record it hangs on. */
  readonly schemeOf: (person: PersonRecord) => SchemeGroup
  readonly isServed: (person: PersonRecord) => boolean
}

export function poorPeople(context: MonthContext): PoorPeople {
  const { records, period } = context.input
  const day = lastDayOf(period)
  const keyOf = (person: PersonRecord) => person.nik ?? context.personOf(person.id)
  const keys = new Map([...records.persons.values()].map((person) => [person.id, keyOf(person)]))
  const covers = grouped<Cover & { readonly patient: string }, Cover>(
    records.covers,
    ({ patient }) => keys.get(patient) ?? patient,
    (cover) => cover,
  )
  const dead = new Set(
    [...records.persons.values()]
      .filter(({ deceased }) => deceased !== null && (deceased.on === null || deceased.on <= day))
      .map(keyOf),
  )
  const served = new Set(
    visitsOfMonth(context)
      .filter((visit) => context.notCounting(visit) === undefined)
      .map(({ patient }) => keys.get(patient) ?? patient),
  )
  return {
    day,
    households: new Set(records.findings.filter(({ from }) => from <= day).map(({ household }) => household)),
    keyOf,
    isDead: (person) => dead.has(keyOf(person)),
    schemeOf: (person) => schemeGroupOn(covers.get(keyOf(person)) ?? [], day),
    isServed: (person) => served.has(keyOf(person)),
  }
}
