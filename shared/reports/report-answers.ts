import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Instant, Zone } from '../calendar/instant.ts'
import { Month } from '../calendar/month.ts'
import { FacilityCode } from '../documents/ids.ts'
import { Report } from '../documents/report.ts'
import { FORMS } from './report-content.ts'

/*
 * What the gateway answers to `GET /api/reports/…`. The hub builds it and the screens parse it by the same schemas.
 */

const Clinic = z.object({ code: FacilityCode, name: z.string(), zone: Zone })

/**
 * How a report of a month stands with the Dinas on the hub's day. `not-due`: nothing has arrived, and the deadline
 * is not over. An arrival is the first publication after the end of the month, whatever revision is newest.
 */
const Standing = z.enum(['on-time', 'late', 'missing', 'not-due'])

/** One clinic's report of the month: a cell of the matrix. */
export const MatrixCell = z.object({
  form: z.enum(FORMS),
  standing: Standing,
  /** The newest revision; `null` where nothing was published. */
  revision: z.number().int().min(1).nullable(),
  /** Published before the month was over: for looking, it has not arrived. */
  provisional: z.boolean(),
  arrivedAt: Instant.nullable(),
  /** Part of the records that the report rests on which are entered in full; `null` where the form has no measure. */
  completeness: z.object({ numerator: z.number().int(), denominator: z.number().int() }).nullable(),
})
export type MatrixCell = z.infer<typeof MatrixCell>

/** `GET /api/reports/matrix?period=2026-10`: the clinics that the person may see, each with its reports of the month. */
export const ReportMatrix = z.object({
  period: Month,
  /** The last day on which a report arrives on time. */
  dueOn: CalendarDate,
  clinics: z.array(z.object({ facility: Clinic, reports: z.array(MatrixCell) })),
})
export type ReportMatrix = z.infer<typeof ReportMatrix>

/** `GET /api/reports/:facility/:form/:period`: the newest revision, with where and how it stands. */
export const ReportAnswer = z.object({
  facility: Clinic,
  dueOn: CalendarDate,
  standing: Standing,
  report: Report,
})
export type ReportAnswer = z.infer<typeof ReportAnswer>

/**
 * `GET /api/reports/:facility/:form/:period/lists/:list`: facts behind a report, row by row, with the same headings
 * and words as its CSV file; at most the first thousand. Only for people of the clinic who may read such records.
 */
export const ReportListAnswer = z.object({
  facility: Clinic,
  revision: z.number().int().min(1),
  headings: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** How many rows the whole list has. */
  total: z.number().int().min(0),
})
export type ReportListAnswer = z.infer<typeof ReportListAnswer>
