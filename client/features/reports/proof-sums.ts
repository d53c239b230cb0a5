import type { Report } from '../../../shared/documents/report.ts'
import type { ReportListName } from '../../../shared/reports/report-answers.ts'

export type Counts = Readonly<Record<string, number>>

export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** Reasons with their counts, the most frequent first. */
export function mostFirst(counts: Counts): readonly (readonly [reason: string, count: number])[] {
  return Object.entries(counts).sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
}

/** How many facts each list of the report has, over all its tables. */
export function listSizes(report: Report): Readonly<Record<ReportListName, number>> {
  const over = (of: (proof: Report['tables'][number]['proof']) => number) =>
    report.tables.reduce((sum, { proof }) => sum + of(proof), 0)
  return {
    counted: over((proof) => proof.counted),
    folded: over((proof) => proof.folded),
    excluded: over((proof) => totalOf(proof.excluded)),
    tray: over((proof) => totalOf(proof.tray)),
    'without-history': report.flags.withoutHistory,
    disputed: report.disputed,
    overrides: report.overrides.made,
  }
}
