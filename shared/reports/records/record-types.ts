import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { Cover } from '../../coverage/cover-on-day.ts'
import type { PovertyFinding } from '../../coverage/poverty-on-day.ts'
import type { LeaveGiven } from '../../attendance/leave-on-day.ts'
import type { PunchMade } from '../../attendance/shifts.ts'
import type { Course } from '../../documents/condition.ts'
import type { Schedule } from '../../documents/practitioner.ts'

/**
 * What reports read of a clinic's documents: small and plain, so that a clinic's whole past fits in memory. A field
 * that two people wrote at once is here with its last undisputed value, and the record says so; `null` stands where
 * they never agreed on one.
 */
export type PersonRecord = {
  readonly id: string
  readonly sex: 'L' | 'P' | null
  readonly born: CalendarDate | null
  readonly nik: string | null
  readonly household: string | null
  readonly residence: Residence
  readonly withdrawn: boolean
  /** `on: null`: died on a day that nobody knows. */
  readonly deceased: { readonly on: CalendarDate | null } | null
  readonly disputed: boolean
}

/** Where somebody lives: a desa or kelurahan, somewhere farther away, or to be asked later. */
export type Residence = { readonly area: string | null; readonly faraway: boolean }

export type VisitStatus = 'registered' | 'served' | 'cancelled' | 'entered-in-error'

export type VisitRecord = {
  readonly id: string
  readonly patient: string
  readonly on: CalendarDate
  readonly at: string
  readonly unit: string
  readonly payer: string
  readonly kind: 'sakit' | 'sehat'
  readonly outside: boolean
  readonly status: VisitStatus | null
  readonly disputed: boolean
}

export type ConditionRecord = {
  readonly id: string
  readonly visit: string
  readonly patient: string
  readonly on: CalendarDate
  readonly code: string | null
  readonly primary: boolean
  readonly control: boolean
  readonly override: Course | null
  readonly status: 'active' | 'entered-in-error' | null
  readonly disputed: boolean
}

export type HouseholdRecord = {
  readonly id: string
  readonly kk: string | null
  readonly residence: Residence
  readonly withdrawn: boolean
}

export type CoverRecord = Cover & { readonly patient: string }
export type FindingRecord = PovertyFinding & { readonly household: string }
export type SeenBeforeRecord = { readonly patient: string; readonly lastVisit: CalendarDate }
export type KnownConditionRecord = {
  readonly patient: string
  readonly category: string
  readonly since: CalendarDate
}

export type PractitionerRecord = {
  readonly id: string
  readonly employedFrom: CalendarDate
  readonly employedUntil: CalendarDate | null
  readonly schedules: readonly Schedule[]
}

export type PunchRecord = PunchMade & { readonly practitioner: string; readonly punchedAt: Instant }
export type LeaveRecord = LeaveGiven & { readonly practitioner: string }

/** A document that cannot be counted because it cannot be read: never dropped, always in a tray. */
export type UnreadableRecord = { readonly id: string; readonly problem: 'malformed' | 'newer-than-this-app' }

/** Everything that a clinic's reports are made of. */
export type ClinicRecords = {
  readonly persons: ReadonlyMap<string, PersonRecord>
  readonly visits: readonly VisitRecord[]
  readonly conditions: readonly ConditionRecord[]
  readonly households: ReadonlyMap<string, HouseholdRecord>
  readonly covers: readonly CoverRecord[]
  readonly findings: readonly FindingRecord[]
  readonly seenBefore: readonly SeenBeforeRecord[]
  readonly knownConditions: readonly KnownConditionRecord[]
  readonly practitioners: readonly PractitionerRecord[]
  readonly punches: readonly PunchRecord[]
  readonly leaves: readonly LeaveRecord[]
  readonly unreadable: readonly UnreadableRecord[]
}
