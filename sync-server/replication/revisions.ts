/** A revision with its whole chain, newest first, as `3-…`, `2-…`, `1-…`. */
export type History = {
  readonly revision: string
  readonly generation: number
  readonly chain: readonly string[]
}

const REVISION = /^([1-9]\d{0,6})-([0-9a-f]{32})$/
const HASH = /^[0-9a-f]{32}$/

function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value)
}

/**
 * The history that a pushed document states, or `undefined` where `_revisions` does not say the same as `_rev`
 * (rule GW8). A chain may be cut short at its old end, as replicas do after a thousand revisions, but has no gap.
 */
export function readHistory(revision: unknown, revisions: unknown): History | undefined {
  if (typeof revision !== 'string' || typeof revisions !== 'object' || revisions === null) return undefined
  const [, generationText, hash] = REVISION.exec(revision) ?? []
  const { start, ids } = revisions as { readonly start?: unknown; readonly ids?: unknown }
  const generation = Number(generationText)
  if (start !== generation || !Array.isArray(ids) || !ids.every(isHash)) return undefined
  if (ids[0] !== hash || ids.length > generation || new Set(ids).size !== ids.length) return undefined
  return { revision, generation, chain: ids.map((id, index) => `${String(generation - index)}-${id}`) }
}
