/**
 * Chance that can be repeated: the same seed and name give the same draws on every machine and in every year.
 * Only whole numbers and one division, so that no mathematics library can differ.
 */
export type Chance = {
  /** At least 0 and below 1. */
  readonly fraction: () => number
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number
  /** True that often: 0.1 is one time in ten. */
  readonly happens: (share: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** One of the items, each as often as its weight says; all weights at least 0 and one of them above. */
  readonly weighted: <Item>(items: readonly Item[], weightOf: (item: Item) => number) => Item
  /** Around 0, mostly within 1, never beyond 2: the sum of four draws, which is bell-shaped enough. */
  readonly bell: () => number
  /** A stream of its own: what is drawn from it does not change what this one draws. */
  readonly stream: (name: string) => Chance
}

const FNV_PRIME = 16_777_619

function hashOf(text: string, start: number): number {
  let hash = start
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME)
  }
  return hash | 0
}

/** Chris Doty-Humphrey's small fast counter (sfc32): four words of state, passes PractRand. */
function smallFastCounter(seed: string): () => number {
  let a = hashOf(seed, 0x811c9dc5)
  let b = hashOf(seed, 0x2b7e1516)
  let c = hashOf(seed, 0x243f6a88)
  let counter = 1
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 15; round += 1) next()
  return next
}

export function chanceOf(seed: string): Chance {
  const fraction = smallFastCounter(seed)

  function whole(from: number, to: number): number {
    return from + Math.floor(fraction() * (to - from + 1))
  }

  function pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[whole(0, items.length - 1)] as Item
  }

  function weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item {
    const total = items.reduce((sum, item) => sum + weightOf(item), 0)
    let left = fraction() * total
    for (const item of items) {
      left -= weightOf(item)
      if (left < 0) return item
    }
    throw new RangeError('no item has a weight')
  }

  return {
    fraction,
    whole,
    happens: (share) => fraction() < share,
    pick,
    weighted,
    bell: () => fraction() + fraction() + fraction() + fraction() - 2,
    stream: (name) => chanceOf(`${seed}/${name}`),
  }
}
