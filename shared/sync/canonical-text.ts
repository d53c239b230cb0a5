function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

/** JSON with the keys of every object in order: equal texts mean equal values. Also what content hashes are taken over. */
export function canonicalText(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(sorted(value))
}
