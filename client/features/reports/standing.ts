import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dayAt, type Instant, type Zone } from '../../../shared/calendar/instant.ts'
import type { MatrixCell, ReportMatrix } from '../../../shared/reports/report-answers.ts'

export type Standing = 'on-time' | 'late' | 'missing' | 'not-due'
type Row = ReportMatrix['facilities'][number]
type Arrival = Pick<MatrixCell, 'arrivedAt' | 'onTime'>

/** How a report stands with the Dinas. */
export function standingOf({ arrivedAt, onTime }: Arrival): Standing {
  if (arrivedAt !== null) return onTime === false ? 'late' : 'on-time'
  return onTime === null ? 'not-due' : 'missing'
}

/** The standing of a report by itself, which has arrived or is provisional. */
export function standingOfArrival(arrivedAt: Instant | null, zone: Zone, dueOn: CalendarDate): Standing {
  return standingOf({ arrivedAt, onTime: arrivedAt === null ? null : dayAt(arrivedAt, zone) <= dueOn })
}

function counted({ reports }: Row, standing: Standing): number {
  return reports.filter((cell) => standingOf(cell) === standing).length
}

/** The least complete of a clinic's reports, 0 to 1. */
function leastComplete({ reports }: Row): number {
  return reports.reduce((least, { complete }) => {
    if (!complete || complete.denominator === 0) return least
    return Math.min(least, complete.numerator / complete.denominator)
  }, 1)
}

/** Clinics that need attention first: missing reports, then late ones, then gaps in the records, then by name. */
export function byNeed(a: Row, b: Row): number {
  return (
    counted(b, 'missing') - counted(a, 'missing') ||
    counted(b, 'late') - counted(a, 'late') ||
    leastComplete(a) - leastComplete(b) ||
    a.name.localeCompare(b.name, 'id')
  )
}

export type MatrixSum = { readonly due: number; readonly arrived: number; readonly onTime: number }

/**
 * Reports received and received on time, of all due (`domain.md` 5.9). A month of which nothing is due or has come
 * has no such sum.
 */
export function sumOf(matrix: ReportMatrix): MatrixSum | null {
  const standings = matrix.facilities.flatMap(({ reports }) => reports.map(standingOf))
  if (standings.every((standing) => standing === 'not-due')) return null
  const onTime = standings.filter((standing) => standing === 'on-time').length
  const late = standings.filter((standing) => standing === 'late').length
  return { due: standings.length, arrived: onTime + late, onTime }
}
