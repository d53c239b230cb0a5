/** The value that the given share of all does not exceed; `times` need not be sorted. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}

/** The usual figures of many timed calls, in milliseconds. */
export function timesOf(times: readonly number[]) {
  return {
    calls: times.length,
    p50_ms: rounded(percentile(times, 0.5)),
    p95_ms: rounded(percentile(times, 0.95)),
    max_ms: rounded(Math.max(...times)),
  }
}
