import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { instantOf } from '../../shared/calendar/instant.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import type { Report } from '../../shared/documents/report.ts'
import type { CompiledReport } from '../../shared/reports/report-content.ts'
import { AREA_A, AREA_B, GO_LIVE } from '../recount/small-clinic.ts'

/** The clinic of the small fixtures, as `reference` has it. */
export const SMALL_FACILITY = {
  _id: 'facility:1031948',
  type: 'facility',
  schema: 1,
  code: '1031948',
  name: 'Puskesmas Uji',
  address: 'Jl. Uji 1, Madiun',
  zone: 'WIB',
  workingArea: [AREA_A, AREA_B],
  goLive: calendarDate(GO_LIVE),
  head: { name: 'dr. Kepala Uji', nip: '197001011990011001' },
  authority: 'hub',
  hubs: ['/'],
} as unknown as Facility

/** A compiled report as it is published. */
export function aReport({ content }: CompiledReport, over: Partial<Report> = {}): Report {
  return {
    ...content,
    _id: `report:${content.form}:${content.period}:001`,
    type: 'report',
    schema: 1,
    revision: 1,
    computedAt: instantOf(Date.UTC(2026, 10, 1, 2)),
    arrivedAt: instantOf(Date.UTC(2026, 10, 1, 2)),
    sources: {},
    desks: [],
    hash: '0123456789abcdef'.repeat(4),
    factsHash: 'f'.repeat(64),
    ...over,
  } as Report
}
