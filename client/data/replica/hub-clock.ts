import { epochMsOf, instantOf, type Instant } from '../../../shared/calendar/instant.ts'
import type { ClockAnchor } from '../desk/settings.ts'

const NO_ANCHOR: ClockAnchor = { hubTime: null, offsetMs: 0, lastSaved: null }

/** Hub time on this desk: the PC's clock plus the difference last measured (`design.md` 4, Time). */
export type HubClock = {
  readonly now: () => Instant
  /** The hub said its moment in an answer to a request sent and answered at these readings of the PC's clock. */
  readonly measured: (hubTime: Instant, sentMs: number, answeredMs: number) => void
  /** Whether the difference was measured since this worker started. */
  readonly compared: () => boolean
  /** A record was saved at that moment. */
  readonly saved: (at: Instant) => void
  /** The clock shows a moment before the last saved record or the last moment heard from the hub. */
  readonly doubtful: () => boolean
  readonly anchor: () => ClockAnchor
  /** What the tab that leads has measured. */
  readonly adopt: (told: ClockAnchor, comparedThere: boolean) => void
}

function later(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}

export function hubClock(systemNow: () => number, kept: ClockAnchor = NO_ANCHOR): HubClock {
  let anchor = kept
  let compared = false
  const now = () => instantOf(systemNow() + anchor.offsetMs)
  return {
    now,
    measured(hubTime, sentMs, answeredMs) {
      const offsetMs = Math.round(epochMsOf(hubTime) - (sentMs + answeredMs) / 2)
      anchor = { ...anchor, hubTime, offsetMs }
      compared = true
    },
    compared: () => compared,
    saved(at) {
      anchor = { ...anchor, lastSaved: later(at, anchor.lastSaved) }
    },
    doubtful() {
      if (compared) return false
      const seen = [anchor.hubTime, anchor.lastSaved].filter((moment) => moment !== null)
      return seen.some((moment) => now() < moment)
    },
    anchor: () => anchor,
    adopt(told, comparedThere) {
      anchor = { ...told, lastSaved: later(told.lastSaved, anchor.lastSaved) }
      compared ||= comparedThere
    },
  }
}
