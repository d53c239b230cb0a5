import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Address } from './address.ts'
import { defineDocument, editableHeader } from './define-document.ts'
import { HouseholdId, PatientId } from './ids.ts'

/** How exactly a birth date is known. `age`: only an age was told, on `estimatedOn`. */
export const Birth = z.object({
  on: CalendarDate,
  precision: z.enum(['day', 'month', 'year', 'age']),
  estimatedOn: CalendarDate.optional(),
})
export type Birth = z.infer<typeof Birth>

export const Sex = z.enum(['L', 'P'])
export type Sex = z.infer<typeof Sex>

/** Why a person has no NIK (`domain.md` 1.1 rule 7). A number is never invented. */
export const NO_NIK_REASONS = [
  'newborn',
  'foreigner',
  'not-recorded',
  'not-brought',
  'unknown-person',
] as const
export const NoNikReason = z.enum(NO_NIK_REASONS)
export type NoNikReason = z.infer<typeof NoNikReason>

/** Place in the family, by the member codes of the family folder (`domain.md` 1.3): 00 head, 01 spouse, 02 first child … */
export const Relation = z.string().regex(/^\d{2}$/)
export type Relation = z.infer<typeof Relation>

/** A person the clinic cares for. `oldRm` is the number on the paper folder, kept beside the system's `rm`. */
export const Patient = z.looseObject({
  ...editableHeader,
  _id: PatientId,
  type: z.literal('patient'),
  schema: z.literal(1),
  name: z.string().min(1).max(120),
  sex: Sex,
  birth: Birth,
  birthPlace: z.string().max(80).optional(),
  nik: z
    .string()
    .regex(/^\d{16}$/)
    .nullable(),
  noNikReason: NoNikReason.nullable(),
  household: HouseholdId.nullable(),
  relation: Relation.nullable(),
  address: Address,
  phone: z.string().max(24).optional(),
  jkn: z
    .string()
    .regex(/^\d{13}$/)
    .nullable(),
  rm: z.string().max(24).nullable(),
  oldRm: z.string().max(40).nullable(),
  motherName: z.string().max(120).optional(),
  deceased: z.object({ on: CalendarDate.nullable() }).nullable(),
  status: z.enum(['active', 'entered-in-error']),
})
export type Patient = z.infer<typeof Patient>

export const PatientDocument = defineDocument({
  type: 'patient',
  database: 'registry',
  change: 'edited',
  version: 1,
  schema: Patient,
  upgrades: [],
  consequences: ['name', 'sex', 'birth', 'nik', 'deceased'],
})
