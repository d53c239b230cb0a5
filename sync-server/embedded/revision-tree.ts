type Branch = readonly [
  hash: string,
  state: { readonly status: 'available' | 'missing'; readonly deleted?: boolean },
  children: readonly Branch[],
]

/** The histories of a document as PouchDB keeps them: each begins at a generation and branches from there. */
export type RevisionTree = readonly { readonly pos: number; readonly ids: Branch }[]

export type Revision = {
  readonly rev: string
  readonly generation: number
  /** Whether the content is kept, or only the name. */
  readonly available: boolean
  readonly leaf: boolean
}

function* walk(branch: Branch, generation: number): Generator<Revision> {
  const [hash, { status }, children] = branch
  yield {
    rev: `${String(generation)}-${hash}`,
    generation,
    available: status === 'available',
    leaf: children.length === 0,
  }
  for (const child of children) yield* walk(child, generation + 1)
}

/** Every revision of which the tree knows at least the name. */
export function revisionsIn(tree: RevisionTree): readonly Revision[] {
  return tree.flatMap(({ pos, ids }) => [...walk(ids, pos)])
}

/** What `_revs_diff` answers for one document: what is not known here, and leaves that may be ancestors of it. */
export function missingFrom(
  tree: RevisionTree,
  asked: readonly string[],
): { readonly missing: readonly string[]; readonly possible_ancestors?: readonly string[] } | undefined {
  const known = revisionsIn(tree)
  const names = new Set(known.map((one) => one.rev))
  const missing = asked.filter((rev) => !names.has(rev))
  if (missing.length === 0) return undefined
  const highest = Math.max(...missing.map((rev) => Number.parseInt(rev, 10)))
  const before = known.filter((one) => one.leaf && one.generation < highest).map((one) => one.rev)
  return before.length > 0 ? { missing, possible_ancestors: before } : { missing }
}
