import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import type { Course } from '../documents/condition.ts'
import type { CaseNewRule } from '../documents/setting.ts'
import { BEGINNING, compareText, looksBeyondRecords, type BeforeRecords } from './contacts.ts'

/** One diagnosis at one contact. */
export type Diagnosis = {
  readonly id: string
  readonly person: string
  /** The first three characters of the ICD-10 code. */
  readonly category: string
  readonly visit: string
  readonly on: CalendarDate
  /** Moment of arrival of the visit. */
  readonly at: string
  readonly control: boolean
  readonly override: Course | null
}

export type CaseCourse = {
  readonly course: Course
  /** What the rule says where a clinician has overridden it; the same as `course` elsewhere. */
  readonly suggested: Course
  readonly withoutHistory: boolean
}

export type CaseHistory = BeforeRecords & {
  /** Days since when evidence says a person has an illness, by `knownKey`. */
  readonly known: ReadonlyMap<string, readonly CalendarDate[]>
  readonly ruleOn: (day: CalendarDate) => CaseNewRule
  readonly isChronic: (category: string) => boolean
}

export function knownKey(person: string, category: string): string {
  return `${person} ${category}`
}

const BARU: CaseCourse = { course: 'baru', suggested: 'baru', withoutHistory: false }
const BARU_WITHOUT_HISTORY: CaseCourse = { course: 'baru', suggested: 'baru', withoutHistory: true }
const LAMA: CaseCourse = { course: 'lama', suggested: 'lama', withoutHistory: false }

function lookBackStart(day: CalendarDate, chronic: boolean, rule: CaseNewRule): CalendarDate {
  if (!chronic) return addDays(day, -rule.acuteDays)
  return rule.chronicReset === 'YEAR' ? (`${day.slice(0, 4)}-01-01` as CalendarDate) : BEGINNING
}

function suggestedCourse(made: Diagnosis, last: CalendarDate | undefined, history: CaseHistory): CaseCourse {
  if (made.control) return LAMA
  const start = lookBackStart(made.on, history.isChronic(made.category), history.ruleOn(made.on))
  if (last !== undefined && last >= start) return LAMA
  const evidence = history.known.get(knownKey(made.person, made.category))
  if (evidence?.some((day) => day >= start && day < made.on)) return LAMA
  return evidence === undefined && looksBeyondRecords(start, made.person, history)
    ? BARU_WITHOUT_HISTORY
    : BARU
}

function courseOf(made: Diagnosis, suggested: CaseCourse): CaseCourse {
  if (made.override === null) return suggested
  return { course: made.override, suggested: suggested.suggested, withoutHistory: false }
}

/** Order of contacts (rule VN1), then of the diagnoses of one. */
function byVisit(a: Diagnosis, b: Diagnosis): number {
  return (
    compareText(a.on, b.on) ||
    compareText(a.at, b.at) ||
    compareText(a.visit, b.visit) ||
    compareText(a.id, b.id)
  )
}

/** The last visit that had the category, and the one before it, so that a visit is not earlier than itself. */
type LastVisits = { visit: string; on: CalendarDate; earlier: CalendarDate | undefined }

/**
 * The course of every diagnosis, by its id (rules CC1-CC9). `diagnoses` are all that count, in any order, as far back
 * as the rule looks.
 */
export function caseCourses(
  diagnoses: readonly Diagnosis[],
  history: CaseHistory,
): ReadonlyMap<string, CaseCourse> {
  const lastVisits = new Map<string, LastVisits>()
  const courses = new Map<string, CaseCourse>()
  for (const made of [...diagnoses].sort(byVisit)) {
    const key = knownKey(made.person, made.category)
    const last = lastVisits.get(key)
    const earlier = last?.visit === made.visit ? last.earlier : last?.on
    courses.set(made.id, courseOf(made, suggestedCourse(made, earlier, history)))
    if (last?.visit !== made.visit) lastVisits.set(key, { visit: made.visit, on: made.on, earlier })
  }
  return courses
}
