import { useEffect, useState } from 'react'
import type { Instant } from '../../shared/calendar/instant.ts'
import { nowInstant } from './clock.ts'

/** The moment by this PC's clock, looked at again every so many milliseconds. */
export function useNow(everyMs: number): Instant {
  const [now, setNow] = useState(nowInstant)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowInstant()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
