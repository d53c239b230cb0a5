import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Instant } from '../calendar/instant.ts'
import { Month } from '../calendar/month.ts'
import { FORMS } from '../reports/report-content.ts'
import { defineDocument, header } from './define-document.ts'
import { DeviceId, FacilityCode } from './ids.ts'

const Counts = z.record(z.string(), z.number().int().min(0))
const Revision = z.number().int().min(1).max(999)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const Table = z.looseObject({
  id: z.string(),
  rows: z.array(z.looseObject({ id: z.string(), label: z.string() })).nullable(),
  cells: z.record(z.string(), Counts),
  proof: z.looseObject({
    read: z.number().int(),
    counted: z.number().int(),
    folded: z.number().int(),
    excluded: Counts,
    tray: Counts,
  }),
})

/** Which desk was last heard of, by the records that have arrived from it. */
const DeskHeard = z.looseObject({ device: DeviceId, lastRecordAt: Instant, recordsInMonth: z.number().int() })

/**
 * One revision of one form for one clinic and month, published by the hub and never changed. It holds counts only:
 * the Dinas reads it. The facts behind the counts are in `report-facts`, which stay in the clinic.
 */
export const Report = z.looseObject({
  ...header,
  _id: z.string().regex(/^report:[a-z0-9-]+:\d{4}-\d{2}:\d{3}$/),
  type: z.literal('report'),
  schema: z.literal(1),
  form: z.enum(FORMS),
  period: Month,
  revision: Revision,
  facility: FacilityCode,
  computedAt: Instant,
  /** First publication after the end of the month; `null` while the month was not over. */
  arrivedAt: Instant.nullable(),
  provisional: z.boolean(),
  definition: z.number().int().min(1),
  mapping: z.looseObject({ version: z.number().int(), from: CalendarDate }).nullable(),
  settings: z.array(z.looseObject({ key: z.string(), from: CalendarDate.nullable(), value: z.unknown() })),
  tables: z.array(Table),
  figures: z.array(
    z.looseObject({ id: z.string(), numerator: z.number(), denominator: z.number().nullable() }),
  ),
  flags: z.looseObject({ baru: z.number().int(), withoutHistory: z.number().int() }),
  disputed: z.number().int(),
  overrides: z.looseObject({ made: z.number().int(), differing: z.number().int() }),
  /** The sequence of each database up to which records were surely read. */
  sources: z.record(z.string(), z.string()),
  desks: z.array(DeskHeard),
  /** Over the content, the hash of the facts included; equal hashes are equal reports. */
  hash: Sha256,
  factsHash: Sha256,
})
export type Report = z.infer<typeof Report>

export function reportId(form: string, period: Month, revision: number): string {
  return `report:${form}:${period}:${String(revision).padStart(3, '0')}`
}

export const ReportDocument = defineDocument({
  type: 'report',
  database: 'reports',
  change: 'added',
  version: 1,
  schema: Report,
  upgrades: [],
  consequences: [],
})
