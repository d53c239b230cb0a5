import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Instant, Zone } from '../calendar/instant.ts'
import type { Month } from '../calendar/month.ts'
import type { FacilityCode } from '../documents/ids.ts'
import type { Report } from '../documents/report.ts'
import type { FormId } from './report-content.ts'

/*
 * What the hub answers about reports, as JSON; the screens read nothing else. Lists are for the clinic itself and
 * refused to the Dinas.
 */

/** One form of one clinic for a month, as the matrix shows it. */
export type MatrixCell = {
  readonly form: FormId
  /** First arrival after the month's end, `null` while there is none; later revisions keep the first (`domain.md` 5.9). */
  readonly arrivedAt: Instant | null
  /** Arrived no later than the deadline; `null` before the deadline while nothing has arrived. */
  readonly onTime: boolean | null
  /** The newest revision; `null` where the month was never compiled. */
  readonly revision: number | null
  readonly provisional: boolean
  /** How much of what should be in it is: for Form 11 the sick visits with a diagnosis. `null` where nothing is due. */
  readonly complete: { readonly numerator: number; readonly denominator: number } | null
}

/** `GET /api/reports/matrix?period=2026-10`: the clinics that the asker may see, by name. */
export type ReportMatrix = {
  readonly period: Month
  /** The last day on which a report of this month is on time. */
  readonly dueOn: CalendarDate
  readonly facilities: readonly {
    readonly code: FacilityCode
    readonly name: string
    readonly zone: Zone
    /** One for each form, in the order of `FORMS`. */
    readonly reports: readonly MatrixCell[]
  }[]
}

/**
 * `GET /api/reports/:facility/:form/:period`: the newest revision. A month never compiled is an answer too
 * (`report: null`), so that it cannot be mistaken for a refusal.
 */
export type ReportAnswer = {
  readonly facility: { readonly code: FacilityCode; readonly name: string; readonly zone: Zone }
  readonly dueOn: CalendarDate
  readonly report: Report | null
}

/** The places of the proof, then facts that somebody should look at. */
export const REPORT_LISTS = [
  'counted',
  'folded',
  'excluded',
  'tray',
  'without-history',
  'disputed',
  'overrides',
] as const
export type ReportListName = (typeof REPORT_LISTS)[number]

/**
 * `GET /api/reports/:facility/:form/:period/lists/:list`: the facts with their place or reason. `?from=0&limit=500`
 * asks for a page (500 at first, at most 5,000); `&table=…&row=…&cell=…&reason=…` narrows it to one number, `row` and
 * `cell` as often as the number has parts. The CSV beside it always has all.
 */
export type ReportListAnswer = {
  readonly list: ReportListName
  readonly total: number
  /** Headings in Indonesian, as in the CSV. */
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** `GET …/lists/people` of the punctuality report: the monthly recap, a row a person (`domain.md` 4.6). */
export type PeopleListAnswer = Omit<ReportListAnswer, 'list'> & { readonly list: 'people' }
