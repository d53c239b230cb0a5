import { addMonths, firstDayOf, monthOf } from '../../shared/calendar/month.ts'
import type { Period } from './demo-calendar.ts'

/** How much a demo district holds; the figures are of an average clinic. */
export type DemoSize = {
  readonly families: number
  readonly visitsInYear: number
  /** Staff without a sign-in. */
  readonly otherStaff: number
  /** The last months of the year in which the clinics record hours of work. */
  readonly attendanceMonths: number
}

/** `full` stays under 80,000 documents in all; `small` makes about a tenth of it, for tests and quick looks. */
export const DEMO_SIZES = {
  full: { families: 330, visitsInYear: 2900, otherStaff: 4, attendanceMonths: 12 },
  small: { families: 30, visitsInYear: 290, otherStaff: 1, attendanceMonths: 2 },
} as const satisfies Readonly<Record<string, DemoSize>>
export type DemoSizeName = keyof typeof DEMO_SIZES

/** The days of which hours of work are recorded. */
export function attendancePeriod(size: DemoSize, { from, until }: Period): Period {
  const first = firstDayOf(addMonths(monthOf(until), 1 - size.attendanceMonths))
  return { from: first < from ? from : first, until }
}
