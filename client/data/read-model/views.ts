import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Coverage } from '../../../shared/documents/coverage.ts'
import type { Condition } from '../../../shared/documents/condition.ts'
import type { Encounter } from '../../../shared/documents/encounter.ts'
import type { Household } from '../../../shared/documents/household.ts'
import type { Patient } from '../../../shared/documents/patient.ts'
import type { Poverty } from '../../../shared/documents/poverty.ts'
import type { Practitioner } from '../../../shared/documents/practitioner.ts'

/** Whether the hub holds the record as it stands here. */
export type Kept = 'waiting' | 'confirmed' | 'refused'

/** All that the patient page shows, opened from the read model. */
export type PatientView = {
  readonly patient: Patient
  readonly kept: Kept
  readonly household: Household | null
  readonly members: readonly Patient[]
  readonly coverages: readonly Coverage[]
  readonly poverty: readonly Poverty[]
  /** Newest first. */
  readonly visits: readonly {
    readonly visit: Encounter
    readonly kept: Kept
    readonly conditions: readonly Condition[]
  }[]
}

/** A line of the day's list at the desk or a poli. */
export type DayVisit = {
  readonly visit: Encounter
  readonly kept: Kept
  readonly patientName: string
  readonly patientSex: 'L' | 'P'
  readonly birthOn: CalendarDate
  readonly conditions: readonly Condition[]
}

/** A day with visits that are still only registered, and how many. */
export type OpenDay = { readonly day: CalendarDate; readonly visits: number }

/** A member of the staff with today's punches made on this PC. */
export type StaffToday = {
  readonly practitioner: Practitioner
  readonly punches: readonly {
    readonly kind: 'in' | 'out'
    readonly punchedAt: string
    readonly kept: Kept
  }[]
}
