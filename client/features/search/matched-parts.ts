/** A piece of a text and whether it is what was searched for. */
export type Part = { readonly text: string; readonly matched: boolean }

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * A name in pieces, the beginnings of words that were typed marked. What matched by another spelling (Muh. for
 * Mohammad) is simply not marked: the mark is an aid for the eye and never the reason for a row.
 */
export function matchedParts(name: string, typed: string): readonly Part[] {
  const words = bare(typed)
    .split(/\s+/)
    .filter((word) => word.length > 0)
  return name.split(/(\s+)/).flatMap((piece): readonly Part[] => {
    if (piece === '') return []
    const folded = bare(piece)
    const hit = words.filter((word) => folded.startsWith(word)).sort((a, b) => b.length - a.length)[0]
    // Folding may change the length of a piece; then its parts cannot be told apart and it is left whole.
    if (!hit || folded.length !== piece.length) return [{ text: piece, matched: false }]
    const rest = piece.slice(hit.length)
    return [
      { text: piece.slice(0, hit.length), matched: true },
      ...(rest ? [{ text: rest, matched: false }] : []),
    ]
  })
}
