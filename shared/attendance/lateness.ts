import type { LatenessBracket } from '../documents/setting.ts'

const MINUTE_MS = 60_000

/** Whole minutes by which `later` is after `earlier` (milliseconds since 1970), never below 0 (rule LT1). */
export function minutesAfter(earlier: number, later: number): number {
  return Math.max(0, Math.floor((later - earlier) / MINUTE_MS))
}

/** Minutes that count, given those that the district forgives (rule LT3). */
export function beyondTolerance(minutes: number, tolerance: number): number {
  return minutes <= tolerance ? 0 : minutes
}

/** The bracket of so many minutes, or `null` where the first is not reached (rule LT2). Brackets stand in rising order. */
export function bracketOf(minutes: number, brackets: readonly LatenessBracket[]): string | null {
  return brackets.filter((bracket) => bracket.fromMinutes <= minutes).at(-1)?.code ?? null
}

/** The bracket of a missing punch (rule AT6). */
export function topBracket(brackets: readonly LatenessBracket[]): string {
  return brackets.at(-1)?.code ?? ''
}
