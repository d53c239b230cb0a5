import { z } from 'zod'
import { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { Instant, Zone } from '../../../shared/calendar/instant.ts'
import { Month } from '../../../shared/calendar/month.ts'
import { FacilityCode } from '../../../shared/documents/ids.ts'
import { Report } from '../../../shared/documents/report.ts'
import {
  REPORT_LISTS,
  type PeopleListAnswer,
  type ReportAnswer,
  type ReportListAnswer,
  type ReportMatrix,
} from '../../../shared/reports/report-answers.ts'
import { FORMS } from '../../../shared/reports/report-content.ts'

/*
 * The hub's answers, checked once where they come in: a hub of another version is met with a sentence and not with a
 * broken screen.
 */

const facility = { code: FacilityCode, name: z.string(), zone: Zone }

const MatrixCell = z.object({
  form: z.enum(FORMS),
  arrivedAt: Instant.nullable(),
  onTime: z.boolean().nullable(),
  revision: z.number().int().nullable(),
  provisional: z.boolean(),
  complete: z.object({ numerator: z.number(), denominator: z.number() }).nullable(),
})

export const MatrixSchema = z.object({
  period: Month,
  dueOn: CalendarDate,
  facilities: z.array(z.object({ ...facility, reports: z.array(MatrixCell) })),
}) satisfies z.ZodType<ReportMatrix>

export const ReportSchema = z.object({
  facility: z.object(facility),
  dueOn: CalendarDate,
  report: Report.nullable(),
}) satisfies z.ZodType<ReportAnswer>

export const ListSchema = z.object({
  list: z.enum([...REPORT_LISTS, 'people']),
  total: z.number().int(),
  headings: z.array(z.string()),
  rows: z.array(z.array(z.string())),
}) satisfies z.ZodType<ReportListAnswer | PeopleListAnswer>
