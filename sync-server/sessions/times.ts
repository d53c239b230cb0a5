import { epochMsOf, instantOf, type Instant } from '../../shared/calendar/instant.ts'

const DAY_MS = 86_400_000

export function addTime(from: Instant, time: { readonly days?: number; readonly minutes?: number }): Instant {
  return instantOf(epochMsOf(from) + (time.days ?? 0) * DAY_MS + (time.minutes ?? 0) * 60_000)
}
