import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'

/** 26 characters of Crockford base 32, made where the record is made; sorts by the time it was made. */
export const Ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)

/** Registration code of a clinic (*kode registrasi Puskesmas*), 7 digits (`domain.md` 1.2). */
export const FacilityCode = z.string().regex(/^\d{7}$/)
export type FacilityCode = z.infer<typeof FacilityCode>

/** A desk of a clinic, `1031948-A`: the clinic and the letter it got when it was enrolled; or a process of the hub. */
export const DeviceId = z.string().regex(/^(\d{7}-[A-Z]{1,2}|hub|import|demo)$/)
export type DeviceId = z.infer<typeof DeviceId>

/** A sign-in name. Names that begin with `_` are CouchDB's own. */
export const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
export type Username = z.infer<typeof Username>

const DATE_PART = '\\d{4}-\\d{2}-\\d{2}'
const ULID_PART = '[0-7][0-9A-HJKMNP-TV-Z]{25}'

function idText(pattern: string) {
  return z.string().regex(new RegExp(`^${pattern}$`))
}

export const PatientId = idText(`patient:${ULID_PART}`).brand<'PatientId'>()
export type PatientId = z.infer<typeof PatientId>
export const HouseholdId = idText(`household:${ULID_PART}`).brand<'HouseholdId'>()
export type HouseholdId = z.infer<typeof HouseholdId>
export const CoverageId = idText(`coverage:${ULID_PART}`).brand<'CoverageId'>()
export type CoverageId = z.infer<typeof CoverageId>
export const PovertyId = idText(`poverty:${ULID_PART}:${ULID_PART}`).brand<'PovertyId'>()
export type PovertyId = z.infer<typeof PovertyId>
export const EncounterId = idText(`encounter:${DATE_PART}:${ULID_PART}`).brand<'EncounterId'>()
export type EncounterId = z.infer<typeof EncounterId>
export const ConditionId = idText(`condition:${DATE_PART}:${ULID_PART}:${ULID_PART}`).brand<'ConditionId'>()
export type ConditionId = z.infer<typeof ConditionId>
export const SeenBeforeId = idText(`seen-before:${ULID_PART}`).brand<'SeenBeforeId'>()
export type SeenBeforeId = z.infer<typeof SeenBeforeId>
export const KnownConditionId = idText(`known-condition:${ULID_PART}:[A-Z]\\d{2}`).brand<'KnownConditionId'>()
export type KnownConditionId = z.infer<typeof KnownConditionId>
export const PractitionerId = idText(`practitioner:${ULID_PART}`).brand<'PractitionerId'>()
export type PractitionerId = z.infer<typeof PractitionerId>
export const PunchId = idText(`punch:${DATE_PART}:${ULID_PART}:${ULID_PART}`).brand<'PunchId'>()
export type PunchId = z.infer<typeof PunchId>
export const LeaveId = idText(`leave:${DATE_PART}:${ULID_PART}:${ULID_PART}`).brand<'LeaveId'>()
export type LeaveId = z.infer<typeof LeaveId>

/** The part after the first colon: `patient:01J…` → `01J…`. */
export function keyOf(id: string): string {
  return id.slice(id.indexOf(':') + 1)
}

/** The ULID that closes an id: of `encounter:2026-10-31:01J…` the `01J…`. */
export function ulidOf(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1)
}

/** The type that an id names, which is the text before its first colon. */
export function typeOfId(id: string): string {
  const colon = id.indexOf(':')
  return colon < 0 ? id : id.slice(0, colon)
}

/** The day inside a dated id (`encounter`, `condition`, `punch`, `leave`); the day in an id never changes. */
export function dayOfId(id: string): CalendarDate {
  return CalendarDate.parse(keyOf(id).slice(0, 10))
}
