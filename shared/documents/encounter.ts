import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Instant } from '../calendar/instant.ts'
import { PayerCode } from './coverage.ts'
import { defineDocument, editableHeader } from './define-document.ts'
import { CoverageId, EncounterId, PatientId } from './ids.ts'
import { UnitCode } from './unit.ts'

/** Number of the day for one unit at one desk: `UA012` is unit letter U, desk A, the twelfth (`design.md` 5.4). */
export const QueueNumber = z.object({
  label: z.string().regex(/^[A-Z][A-Z]{1,2}\d{3}$/),
  count: z.number().int().min(1).max(999),
})
export type QueueNumber = z.infer<typeof QueueNumber>

/** `sakit`: for an illness. `sehat`: check-up, immunisation, antenatal, family planning … (`domain.md` 2.3). */
export const VisitKind = z.enum(['sakit', 'sehat'])
export type VisitKind = z.infer<typeof VisitKind>

/** What made a visit *served*: the first entry at the poli, a page of the register entered later, or closing the day. */
export const ServedBy = z.enum(['poli', 'back-entry', 'day-closed'])

/** One contact of one person with one unit on one day (*kunjungan*, `domain.md` 2.3). */
export const Encounter = z.looseObject({
  ...editableHeader,
  _id: EncounterId,
  type: z.literal('encounter'),
  schema: z.literal(1),
  patient: PatientId,
  /** Always the day in the id; a wrong day is `entered-in-error` and a new visit that `replaces` this one. */
  on: CalendarDate,
  /** Of a page entered afterwards for an earlier day the first moment of that day: paper tells no time. */
  arrivedAt: Instant,
  unit: UnitCode,
  payer: PayerCode,
  coverage: CoverageId.nullable(),
  kind: VisitKind,
  place: z.enum(['inside', 'outside']),
  queue: QueueNumber.nullable(),
  status: z.enum(['registered', 'served', 'cancelled', 'entered-in-error']),
  servedBy: ServedBy.nullable(),
  cancelReason: z.string().min(1).max(200).nullable(),
  replaces: EncounterId.nullable(),
})
export type Encounter = z.infer<typeof Encounter>

export const EncounterDocument = defineDocument({
  type: 'encounter',
  database: 'visits',
  change: 'edited',
  version: 1,
  schema: Encounter.refine((visit) => visit._id.slice(10, 20) === visit.on, {
    path: ['on'],
    message: 'the day of the visit is not the day in its id',
  })
    // A visit that was served here and cancelled there at once keeps the reason after merging, whichever state wins.
    .refine((visit) => visit.status !== 'cancelled' || visit.cancelReason !== null, {
      path: ['cancelReason'],
      message: 'a cancelled visit has a reason',
    }),
  upgrades: [],
  consequences: ['status'],
})
