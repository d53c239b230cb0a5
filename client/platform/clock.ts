import { instantOf, type Instant } from '../../shared/calendar/instant.ts'

/** The moment by this PC's clock; only here does the client look at it. */
export function nowInstant(): Instant {
  return instantOf(Date.now())
}
