/** Codes of the desa chosen last on this PC, newest first; they say nothing about any person. */
const KEY = 'last-places'
const KEPT = 4

export function lastPlaces(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((code) => typeof code === 'string') : []
  } catch {
    return []
  }
}

export function rememberPlace(code: string): void {
  try {
    const codes = [code, ...lastPlaces().filter((other) => other !== code)].slice(0, KEPT)
    localStorage.setItem(KEY, JSON.stringify(codes))
  } catch {
    // A profile without storage offers the working area in its own order.
  }
}
