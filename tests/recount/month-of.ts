import { calendarDate, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { month } from '../../shared/calendar/month.ts'
import { isChronic } from '../../shared/codes/chronic-categories.ts'
import { PAYERS } from '../../shared/codes/payers.ts'
import { USUAL_UNITS } from '../../shared/codes/units.ts'
import type { Setting } from '../../shared/documents/setting.ts'
import { compileMonth } from '../../shared/reports/compile-month.ts'
import { FORM_11_MAPPING } from '../../shared/reports/form-11/mapping.ts'
import type { MonthInput } from '../../shared/reports/month-input.ts'
import { collectRecords } from '../../shared/reports/records/collect-records.ts'
import type { CompiledReport, FormId, ReportTable } from '../../shared/reports/report-content.ts'
import type { AnyDocument } from '../builders/clinic-documents.ts'
import { AREA_A, AREA_B, GO_LIVE, LOCAL_HOLIDAY } from './small-clinic.ts'

/** The district's reference that the small clinic and its likes are counted with. */
export const REFERENCE: MonthInput['reference'] = {
  settings: [],
  mapping: FORM_11_MAPPING,
  payers: PAYERS.map(({ code, nameId }) => ({ id: code, label: nameId })),
  units: USUAL_UNITS.map(({ code, nameId }) => ({ id: code, label: nameId })),
  areas: [
    { id: AREA_A, label: 'Kelurahan A' },
    { id: AREA_B, label: 'Kelurahan B' },
  ],
  isChronic,
  isHoliday: (day) => day === LOCAL_HOLIDAY,
}

export function aSetting(key: Setting['key'], from: string, value: unknown): Setting {
  return { key, from: calendarDate(from), value } as unknown as Setting
}

type Over = {
  readonly settings?: readonly Setting[]
  readonly period?: string
  readonly goLive?: string
  readonly through?: string
  readonly personOf?: (patient: string) => string
}

export function inputFor(documents: readonly AnyDocument[], over: Over = {}): MonthInput {
  const collector = collectRecords()
  for (const document of documents) collector.add(document)
  return {
    facility: {
      code: '1031948',
      goLive: calendarDate(over.goLive ?? GO_LIVE),
      zone: 'WIB',
      workingArea: [AREA_A, AREA_B],
    },
    period: month(over.period ?? '2026-10'),
    reference: { ...REFERENCE, settings: over.settings ?? [] },
    records: collector.records(),
    through: (over.through ?? '2026-10-31') as CalendarDate,
    provisional: false,
    ...(over.personOf ? { personOf: over.personOf } : {}),
  }
}

/** The four reports of these documents, by form. */
export function monthOf(
  documents: readonly AnyDocument[],
  over: Over = {},
): ReadonlyMap<FormId, CompiledReport> {
  return new Map(compileMonth(inputFor(documents, over)).map((report) => [report.content.form, report]))
}

export function reportOf(documents: readonly AnyDocument[], form: FormId, over: Over = {}): CompiledReport {
  const report = monthOf(documents, over).get(form)
  if (!report) throw new Error(`no report ${form}`)
  return report
}

export function tableOf(report: CompiledReport, id: string): ReportTable {
  const table = report.content.tables.find((one) => one.id === id)
  if (!table) throw new Error(`no table ${id}`)
  return table
}
