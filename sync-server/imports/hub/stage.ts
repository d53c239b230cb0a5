/** Records of one type as they will be after the import: what the hub holds, and over it what is new or changed. */
export type Stage<Doc extends { readonly _id: string }> = {
  readonly get: (id: string) => Doc | undefined
  /** In the order of their ids. */
  readonly all: () => readonly Doc[]
  readonly put: (doc: Doc) => void
  /** Only what differs from the hub. */
  readonly changed: () => readonly Doc[]
}

export function stageOf<Doc extends { readonly _id: string }>(loaded: ReadonlyMap<string, Doc>): Stage<Doc> {
  const staged = new Map<string, Doc>()
  const get = (id: string) => staged.get(id) ?? loaded.get(id)
  return {
    get,
    all: () => [...new Map([...loaded, ...staged]).values()].sort((a, b) => (a._id < b._id ? -1 : 1)),
    put: (doc) => {
      if (doc !== get(doc._id)) staged.set(doc._id, doc)
    },
    changed: () => [...staged.values()],
  }
}
