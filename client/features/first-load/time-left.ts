/** What had been read at a moment (milliseconds). */
export type Sample = { readonly at: number; readonly read: number }

/** Milliseconds that must have been watched before a guess is worth showing. */
const ENOUGH_MS = 3_000

/**
 * Milliseconds until all is read at the pace since the first sample; `null` while nobody can say: no total yet,
 * nothing read since, or too little watched.
 */
export function timeLeft(first: Sample, last: Sample, total: number | null): number | null {
  const watched = last.at - first.at
  const read = last.read - first.read
  if (total === null || watched < ENOUGH_MS || read <= 0) return null
  return Math.max(0, ((total - last.read) * watched) / read)
}
