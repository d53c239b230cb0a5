import { z } from 'zod'
import { Month } from '../calendar/month.ts'
import { FORMS, type FormId } from '../reports/report-content.ts'
import { defineDocument, header } from './define-document.ts'

const Ids = z.array(z.string())

const PlacedFacts = z.looseObject({
  counted: z.record(z.string(), z.record(z.string(), Ids)),
  folded: z.array(z.tuple([z.string(), z.string()])),
  excluded: z.record(z.string(), Ids),
  tray: z.record(z.string(), Ids),
})

const fields = {
  ...header,
  schema: z.literal(1),
  form: z.enum(FORMS),
  period: Month,
  revision: z.number().int().min(1),
  /** The same as in the report that these facts are behind. */
  factsHash: z.string(),
  tables: z.record(z.string(), PlacedFacts),
  disputed: Ids,
  withoutHistory: Ids,
  overrides: Ids,
  people: z.array(z.record(z.string(), z.unknown())),
}

/**
 * The facts behind the newest revision of a report about patients: ids by cell and by reason. Only the newest is
 * kept, because every clinician's desk carries this database.
 */
export const ReportFacts = z.looseObject({
  ...fields,
  _id: z.string().regex(/^report-facts:[a-z0-9-]+:\d{4}-\d{2}$/),
  type: z.literal('report-facts'),
})
export type ReportFacts = z.infer<typeof ReportFacts>

/** The same for a report about the staff, with its rows by person. */
export const StaffReportFacts = z.looseObject({
  ...fields,
  _id: z.string().regex(/^staff-report-facts:[a-z0-9-]+:\d{4}-\d{2}$/),
  type: z.literal('staff-report-facts'),
})
export type StaffReportFacts = z.infer<typeof StaffReportFacts>

const shared = { change: 'replaced', version: 1, upgrades: [], consequences: [] } as const

export const ReportFactsDocument = defineDocument({
  ...shared,
  type: 'report-facts',
  database: 'clinical',
  schema: ReportFacts,
})
export const StaffReportFactsDocument = defineDocument({
  ...shared,
  type: 'staff-report-facts',
  database: 'staff',
  schema: StaffReportFacts,
})

/** The type that holds a form's facts, which decides the database and so who may read them. */
export function factsTypeOf(form: FormId): 'report-facts' | 'staff-report-facts' {
  return form === 'punctuality' ? 'staff-report-facts' : 'report-facts'
}

export function factsId(form: FormId, period: Month): string {
  return `${factsTypeOf(form)}:${form}:${period}`
}
