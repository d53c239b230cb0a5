import { z } from 'zod'
import { epochMsOf, instantOf, type Instant } from '../calendar/instant.ts'

const COUNTER_DIGITS = 4
const COUNTER_LIMIT = 16 ** COUNTER_DIGITS

/**
 * A hybrid logical clock stamp, `2026-10-31T00:15:03.123Z/0000/1031948-A.k3`: wall clock, a counter (hex) for
 * stamps within one millisecond, and the writer. Texts compare in stamp order; two writers never make the same
 * stamp, because the writer is the desk and a tag of the worker that runs there.
 */
export const Stamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z\/[0-9a-f]{4}\/[A-Za-z0-9.-]{1,40}$/)
  .brand<'Stamp'>()
export type Stamp = z.infer<typeof Stamp>

function stampOf(ms: number, counter: number, writer: string): Stamp {
  return `${instantOf(ms)}/${counter.toString(16).padStart(COUNTER_DIGITS, '0')}/${writer}` as Stamp
}

/** The wall-clock part of a stamp. */
export function momentOf(stamp: Stamp): Instant {
  return stamp.slice(0, 24) as Instant
}

/**
 * The stamp for a write at `now`: later than `now`'s own millisecond needs, later than this writer's last stamp,
 * and later than every stamp it replaces (`design.md` 4), so that an edit never loses to the value it was typed over.
 * A stamp from a clock far ahead raises the stamp of the edit, never anybody's clock.
 */
export function nextStamp(now: Instant, writer: string, after: readonly Stamp[]): Stamp {
  const last = after.reduce<Stamp | undefined>((max, stamp) => (max && max > stamp ? max : stamp), undefined)
  const ms = epochMsOf(now)
  if (!last || epochMsOf(momentOf(last)) < ms) return stampOf(ms, 0, writer)
  const counter = Number.parseInt(last.slice(25, 25 + COUNTER_DIGITS), 16) + 1
  const lastMs = epochMsOf(momentOf(last))
  return counter < COUNTER_LIMIT ? stampOf(lastMs, counter, writer) : stampOf(lastMs + 1, 0, writer)
}
