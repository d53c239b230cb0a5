/** Keeps the best few of many without sorting them all. */
export type Best<Item> = {
  readonly offer: (item: Item, rank: number) => void
  /** Best first. */
  readonly taken: () => readonly Item[]
}

/** `before` orders items of equal rank; a lower rank is better. */
export function bestOf<Item>(limit: number, before: (a: Item, b: Item) => boolean): Best<Item> {
  const kept: { readonly item: Item; readonly rank: number }[] = []

  function isBetter(item: Item, rank: number, than: { item: Item; rank: number }): boolean {
    return rank === than.rank ? before(item, than.item) : rank < than.rank
  }

  return {
    offer(item, rank) {
      const worst = kept[kept.length - 1]
      if (kept.length >= limit && worst && !isBetter(item, rank, worst)) return
      let at = kept.length
      for (let one = kept[at - 1]; one && isBetter(item, rank, one); one = kept[at - 1]) at -= 1
      kept.splice(at, 0, { item, rank })
      if (kept.length > limit) kept.pop()
    },
    taken: () => kept.map(({ item }) => item),
  }
}
