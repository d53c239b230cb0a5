import type { CalendarDate } from '../calendar/calendar-date.ts'

/** What was found out about a family, as `poverty` documents say it. */
export type PovertyFinding = {
  readonly id: string
  readonly poor: boolean
  readonly desil: number | null
  readonly from: CalendarDate
  readonly stamp: string
}

function isLater(a: PovertyFinding, b: PovertyFinding): boolean {
  if (a.from !== b.from) return a.from > b.from
  if (a.stamp !== b.stamp) return a.stamp > b.stamp
  return a.id > b.id
}

/** The finding that holds for a family on a day (rule PV1). */
export function findingOn(
  findings: readonly PovertyFinding[],
  day: CalendarDate,
): PovertyFinding | undefined {
  return findings
    .filter((finding) => finding.from <= day)
    .reduce<PovertyFinding | undefined>(
      (last, next) => (last && !isLater(next, last) ? last : next),
      undefined,
    )
}

/** Whether a family is poor on a day; a family without any finding is not. `highestPoorDesil` is the setting of that day. */
export function isPoorOn(
  findings: readonly PovertyFinding[],
  day: CalendarDate,
  highestPoorDesil: number,
): boolean {
  const finding = findingOn(findings, day)
  if (!finding) return false
  return finding.desil === null ? finding.poor : finding.desil <= highestPoorDesil
}
