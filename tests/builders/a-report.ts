import { instantOf } from '../../shared/calendar/instant.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import type { Report } from '../../shared/documents/report.ts'
import type { CompiledReport } from '../../shared/reports/report-content.ts'
import { aFacility } from './clinic-documents.ts'

/** The clinic of the small fixtures, as `reference` has it. */
export const SMALL_FACILITY = aFacility() as unknown as Facility

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
