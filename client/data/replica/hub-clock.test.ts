import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../shared/calendar/instant.ts'
import type { ClockAnchor } from '../desk/settings.ts'
import { hubClock } from './hub-clock.ts'

const HOUR = 3_600_000
const noon = Date.UTC(2026, 9, 31, 5)

function deskAt(start: number) {
  const pc = { ms: start }
  return { pc, now: () => pc.ms }
}

describe('hub time on a desk', () => {
  it('[TM1] is the clock and the difference last measured, half the round trip allowed for', () => {
    const { pc, now } = deskAt(noon - 2 * HOUR)
    const clock = hubClock(now)
    expect(clock.compared()).toBe(false)
    clock.measured(instantOf(noon), pc.ms - 100, pc.ms + 100)
    expect([clock.now(), clock.compared(), clock.anchor().offsetMs]).toEqual([
      instantOf(noon),
      true,
      2 * HOUR,
    ])
    pc.ms += HOUR
    expect(clock.now()).toBe(instantOf(noon + HOUR))
  })

  it('[TM1] goes on with the difference of the run before', () => {
    const anchor = { hubTime: instantOf(noon), offsetMs: 2 * HOUR, lastSaved: null }
    expect(hubClock(() => noon, anchor).now()).toBe(instantOf(noon + 2 * HOUR))
  })

  it.each<[Pick<ClockAnchor, 'hubTime' | 'lastSaved'>, boolean, string]>([
    [{ hubTime: null, lastSaved: instantOf(noon) }, true, 'before the last saved record'],
    [{ hubTime: instantOf(noon), lastSaved: null }, true, 'before the last moment heard from the hub'],
    [{ hubTime: instantOf(noon - 2 * HOUR), lastSaved: instantOf(noon - 2 * HOUR) }, false, 'after both'],
    [{ hubTime: null, lastSaved: null }, false, 'nothing known'],
  ])('[TM2] an hour before noon with %j is in doubt: %s (%s)', (known, doubtful) => {
    expect(hubClock(() => noon - HOUR, { offsetMs: 0, ...known }).doubtful()).toBe(doubtful)
  })

  it('[TM2] is in no doubt once it is compared', () => {
    const clock = hubClock(() => noon - HOUR, { hubTime: null, offsetMs: 0, lastSaved: instantOf(noon) })
    clock.measured(instantOf(noon + HOUR), noon - HOUR, noon - HOUR)
    expect(clock.doubtful()).toBe(false)
  })

  it('[TM2] remembers the latest record saved, also what another tab tells', () => {
    const clock = hubClock(() => noon)
    clock.saved(instantOf(noon + HOUR))
    clock.saved(instantOf(noon))
    clock.adopt({ hubTime: null, offsetMs: 0, lastSaved: instantOf(noon - HOUR) }, false)
    expect(clock.anchor().lastSaved).toBe(instantOf(noon + HOUR))
    expect(clock.doubtful()).toBe(true)
  })
})
