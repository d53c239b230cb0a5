import type { Icd10Entry } from '../../../shared/codes/icd10.ts'

function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== '')
}

/** How well an entry fits, the lower the better; `undefined` where it does not. */
function fit(entry: Icd10Entry, typed: string, wanted: readonly string[]): number | undefined {
  const code = entry.code.toLowerCase()
  const bare = code.replace('.', '')
  const wantedCode = typed.replace(/[\s.]/g, '')
  if (/^[a-z]\d/.test(wantedCode) && bare.startsWith(wantedCode)) return bare === wantedCode ? 0 : 1
  const names = [entry.nameId, ...(entry.nameEn ? [entry.nameEn] : []), ...(entry.also ?? [])]
  const ranks = names.flatMap((name, index) => {
    const of = words(name)
    if (!wanted.every((want) => of.some((word) => word.startsWith(want)))) return []
    const [low, isOwn] = [name.toLowerCase(), index === 0]
    const begins = low === typed ? 2 : low.startsWith(typed) ? 4 : 6
    return [begins + (isOwn ? 0 : 1)]
  })
  return ranks.length > 0 ? Math.min(...ranks) : undefined
}

/**
 * Diagnoses by code (`j06`, `J06.9`, `j069`) or by any of their names, Indonesian first; each typed word begins a
 * word of one name. Entries of equal fit stand in the order of their codes.
 */
export function searchDiagnoses(
  entries: readonly Icd10Entry[],
  text: string,
  limit: number,
): readonly Icd10Entry[] {
  const typed = text.trim().toLowerCase()
  const wanted = words(typed)
  if (wanted.length === 0) return []
  return entries
    .flatMap((entry) => {
      const rank = fit(entry, typed, wanted)
      return rank === undefined ? [] : [{ entry, rank }]
    })
    .sort((a, b) => a.rank - b.rank || (a.entry.code < b.entry.code ? -1 : 1))
    .slice(0, limit)
    .map(({ entry }) => entry)
}
