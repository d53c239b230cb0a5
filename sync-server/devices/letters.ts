const ALPHABET = 26
/** A to Z, then AA to ZZ: a device id and a queue number have room for two letters. */
const LAST_INDEX = ALPHABET + ALPHABET * ALPHABET - 1

function character(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}

/** The clinic's desk letters in the order in which they are given; `undefined` after `ZZ`. */
export function letterAt(index: number): string | undefined {
  if (index > LAST_INDEX) return undefined
  if (index < ALPHABET) return character(index)
  const rest = index - ALPHABET
  return character(Math.floor(rest / ALPHABET)) + character(rest % ALPHABET)
}

function indexOf(letter: string): number {
  const placeOf = (at: number) => letter.charCodeAt(at) - 'A'.charCodeAt(0)
  return letter.length === 1 ? placeOf(0) : ALPHABET + placeOf(0) * ALPHABET + placeOf(1)
}

/** The place after every letter ever given, those of desks that were withdrawn included (rule DV3). */
export function nextLetterIndex(given: readonly string[]): number {
  return Math.max(-1, ...given.map(indexOf)) + 1
}
