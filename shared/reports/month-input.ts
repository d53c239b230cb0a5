import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Month } from '../calendar/month.ts'
import type { Facility } from '../documents/facility.ts'
import type { Setting } from '../documents/setting.ts'
import type { Form11Mapping } from './form-11/mapping.ts'
import type { ClinicRecords } from './records/record-types.ts'

/** A code with the words that reports print for it. */
export type Labelled = { readonly id: string; readonly label: string }

/** What the district has published, as far as reports need it. */
export type ReportReference = {
  readonly settings: readonly Setting[]
  /** The mapping in force on the last day of the month. */
  readonly mapping: Form11Mapping
  readonly payers: readonly Labelled[]
  /** All units of the clinic, closed ones too. */
  readonly units: readonly Labelled[]
  /** The working area of the clinic. */
  readonly areas: readonly Labelled[]
  readonly isChronic: (category: string) => boolean
  readonly isHoliday: (day: CalendarDate) => boolean
}

/** One clinic's month, ready to be counted. */
export type MonthInput = {
  readonly facility: Pick<Facility, 'code' | 'goLive' | 'zone' | 'workingArea'>
  readonly period: Month
  readonly reference: ReportReference
  /** Visits and diagnoses from go-live to the end of the month; punches from 1 January; people as they are. */
  readonly records: ClinicRecords
  /** The last day that is over: later days at work are not due yet. */
  readonly through: CalendarDate
  /** The month is not over; what is published is for looking, and has not arrived. */
  readonly provisional: boolean
  /** The record that stands for a person after merging duplicates. Usually a patient stands for itself. */
  readonly personOf?: (patient: string) => string
}
