import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { LEAVE_CODES } from '../documents/leave.ts'

export type LeaveCode = (typeof LEAVE_CODES)[number]

/** An approved absence, as `leave` documents say it. */
export type LeaveGiven = {
  readonly id: string
  readonly code: LeaveCode
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly withdraws: string | null
}

/** Which paper holds where several do (rule AT4). */
const PRIORITY: readonly LeaveCode[] = ['C', 'S', 'I', 'TB', 'DL']

/** The leaves that nobody withdrew (rule AT5). */
export function standingLeaves(given: readonly LeaveGiven[]): readonly LeaveGiven[] {
  const withdrawn = new Set(given.flatMap((leave) => (leave.withdraws === null ? [] : [leave.withdraws])))
  return given.filter((leave) => leave.withdraws === null && !withdrawn.has(leave.id))
}

export function leaveOn(standing: readonly LeaveGiven[], day: CalendarDate): LeaveCode | undefined {
  const codes = standing.filter((leave) => leave.from <= day && day <= leave.until).map((leave) => leave.code)
  return PRIORITY.find((code) => codes.includes(code))
}
