/** A document may be that large as JSON (rule GW13). */
const LARGEST_BYTES = 1_000_000
/** Nothing of ours is nested deeper; what is can end a program that walks it (rule GW13). */
const DEEPEST = 40

function isTooDeep(doc: unknown): boolean {
  let level: readonly unknown[] = [doc]
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    level = level.flatMap((value): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
    if (level.length === 0) return false
  }
  return true
}

export type DocumentForm =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly problem: 'not-valid' | 'document-too-large'
      readonly field: '_id'
      readonly fault: string
    }

/** A document as the text that is sent on, where it is small and flat enough for every program that reads it. */
export function formOf(doc: unknown): DocumentForm {
  if (isTooDeep(doc)) {
    return {
      ok: false,
      problem: 'not-valid',
      field: '_id',
      fault: `nested deeper than ${String(DEEPEST)} levels`,
    }
  }
  const text = JSON.stringify(doc)
  if (Buffer.byteLength(text) > LARGEST_BYTES) {
    return {
      ok: false,
      problem: 'document-too-large',
      field: '_id',
      fault: `above ${String(LARGEST_BYTES)} bytes`,
    }
  }
  return { ok: true, text }
}
