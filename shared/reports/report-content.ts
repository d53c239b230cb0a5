import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Month } from '../calendar/month.ts'
import type { FacilityCode } from '../documents/ids.ts'
import type { Labelled } from './month-input.ts'
import type { SettingUsed } from './settings-in-force.ts'
import type { Cells, PlacedFacts, Proof } from './tabulate.ts'

/** The monthly reports, by the name under which they are published and asked for. */
export const FORMS = ['form-11', 'visits', 'poor-cover', 'punctuality'] as const
export type FormId = (typeof FORMS)[number]

/** A figure that is no sum of cells. `denominator: null` is a plain number; 0 prints "-" (rule PC5). */
export type Figure = { readonly id: string; readonly numerator: number; readonly denominator: number | null }

/** A counted table: cells by row, with its proof. `rows` names them where the form does not. */
export type ReportTable = {
  readonly id: string
  readonly rows: readonly Labelled[] | null
  readonly cells: Cells
  readonly proof: Proof
}

/** A published report's content: what its hash is taken over. No person, no record (rule RV4). */
export type ReportContent = {
  readonly form: FormId
  readonly period: Month
  readonly facility: FacilityCode
  /** Version of the rules in this folder; raised whenever the same records would give other numbers. */
  readonly definition: number
  readonly mapping: { readonly version: number; readonly from: CalendarDate } | null
  readonly settings: readonly SettingUsed[]
  /** The month was not over. */
  readonly provisional: boolean
  readonly tables: readonly ReportTable[]
  readonly figures: readonly Figure[]
  /** Of so many *baru* flags counted, so many rest on no history (rule RP7). */
  readonly flags: { readonly baru: number; readonly withoutHistory: number }
  /** Facts of records in which two people disagree (rule RP2). */
  readonly disputed: number
  /** Courses that a clinician set, and how many of them the rule would set otherwise. */
  readonly overrides: { readonly made: number; readonly differing: number }
}

/** The facts behind a report: only for the clinic itself. */
export type ReportLists = {
  readonly tables: Readonly<Record<string, PlacedFacts>>
  readonly disputed: readonly string[]
  readonly withoutHistory: readonly string[]
  readonly overrides: readonly string[]
  /** Rows by person, of forms that have them. */
  readonly people: readonly Readonly<Record<string, unknown>>[]
}

export type CompiledReport = { readonly content: ReportContent; readonly lists: ReportLists }
