import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dayAt, epochMsOf, instantOf, type Instant, type Zone } from '../../../shared/calendar/instant.ts'
import type { Facility } from '../../../shared/documents/facility.ts'
import { useNow } from '../../platform/use-now.ts'
import { useClockAhead } from '../bridge/use-data-worker.tsx'
import { useFacility } from './use-read.ts'

/** How often a screen asks whether the day has changed. */
const DAY_CHECK_MS = 20_000

export type Clinic = {
  /** `null` before `reference` has arrived. */
  readonly facility: Facility | null
  readonly zone: Zone
  /** The clinic's calendar day now. */
  readonly today: CalendarDate
}

/** The moment by the hub's clock as far as this PC knows it, looked at again every so many milliseconds. */
export function useHubNow(everyMs: number): Instant {
  const now = useNow(everyMs)
  return instantOf(epochMsOf(now) - useClockAhead())
}

/** This PC's clinic, its time zone and its day by hub time. Until the clinic's record is here the zone is WIB. */
export function useClinic(): Clinic {
  const facility = useFacility() ?? null
  const zone = facility?.zone ?? 'WIB'
  return { facility, zone, today: dayAt(useHubNow(DAY_CHECK_MS), zone) }
}
