import { instantOf, type Instant } from '../../shared/calendar/instant.ts'

/** This PC's clock in milliseconds since 1970. It may be wrong; hub time is the worker's (`data/replica/hub-clock.ts`). */
export function systemNow(): number {
  return Date.now()
}

/** The moment by this PC's clock. */
export function nowInstant(): Instant {
  return instantOf(systemNow())
}

/** A share of one drawn by chance, for spreading retries of many desks. */
export function chance(): number {
  return Math.random()
}
