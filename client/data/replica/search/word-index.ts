import { foldWord, nameWords } from '../../../../shared/people/name-folding.ts'
import { withinSlips } from './edit-distance.ts'

/** How well a typed word fits a word of a name; lower is better. */
export const FIT = { exact: 0, beginning: 2, slip: 6, beginningWithSlip: 8, none: 255 } as const

type Term = { readonly key: string; readonly letters: number; readonly slots: number[] }

/** Which letters a word has, a bit for each. Two words one slip apart differ in at most two bits. */
function lettersOf(key: string): number {
  let bits = 0
  for (let at = 0; at < key.length; at += 1) bits |= 1 << ((key.charCodeAt(at) - 97) % 32)
  return bits
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Slips forgiven in a word of that length: none in a short one, where another name is too near. */
function slipsFor(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** The words of many names, folded, each with the numbers (*slots*) of the records in which it stands. */
export type WordIndex = {
  readonly add: (slot: number, text: string) => void
  /** Lowers `fits[slot]` wherever a word of the record fits what was typed. */
  readonly fit: (word: string, unfinished: boolean, withSlips: boolean, fits: Uint8Array) => void
}

export function wordIndex(): WordIndex {
  const terms: Term[] = []
  const byKey = new Map<string, Term>()
  const folded = new Map<string, readonly string[]>()

  function placeOf(key: string): number {
    let [low, high] = [0, terms.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((terms[middle]?.key ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }

  function termOf(key: string): Term {
    const known = byKey.get(key)
    if (known) return known
    const made = { key, letters: lettersOf(key), slots: [] }
    terms.splice(placeOf(key), 0, made)
    byKey.set(key, made)
    return made
  }

  function keysOf(word: string): readonly string[] {
    const known = folded.get(word)
    if (known) return known
    const keys = foldWord(word)
    folded.set(word, keys)
    return keys
  }

  function lower(term: Term, fit: number, fits: Uint8Array): void {
    for (const slot of term.slots) if (fit < (fits[slot] ?? 0)) fits[slot] = fit
  }

  function fitBeginnings(key: string, fits: Uint8Array): void {
    for (let at = placeOf(key); at < terms.length; at += 1) {
      const term = terms[at]
      if (!term?.key.startsWith(key)) return
      lower(term, term.key.length === key.length ? FIT.exact : FIT.beginning, fits)
    }
  }

  function fitSlips(key: string, unfinished: boolean, fits: Uint8Array): void {
    const limit = slipsFor(key.length)
    if (limit === 0) return
    const letters = lettersOf(key)
    for (const term of terms) {
      if (term.key.length < key.length - limit) continue
      if (bitCount(letters & ~term.letters) > limit) continue
      const longer = term.key.length > key.length + limit
      if (longer && !unfinished) continue
      if (!longer && withinSlips(key, term.key, limit, false)) lower(term, FIT.slip, fits)
      else if (unfinished && withinSlips(key, term.key, limit, true)) lower(term, FIT.beginningWithSlip, fits)
    }
  }

  return {
    add(slot, text) {
      for (const word of new Set(nameWords(text))) {
        for (const key of keysOf(word)) termOf(key).slots.push(slot)
      }
    },
    fit(word, unfinished, withSlips, fits) {
      for (const key of foldWord(word, unfinished)) {
        fitBeginnings(key, fits)
        if (withSlips) fitSlips(key, unfinished, fits)
      }
    },
  }
}
