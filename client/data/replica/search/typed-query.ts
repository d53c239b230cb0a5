import { isTitle, plainWords } from '../../../../shared/people/name-folding.ts'
import { comparable } from './numbers-of.ts'

/** What somebody typed into the one search box, by its shape (`ux.md` 3.1). */
export type TypedQuery =
  | { readonly kind: 'nothing' }
  /** A number, or a paper number with letters in it: lower case, without spaces and signs. */
  | { readonly kind: 'number'; readonly text: string }
  | {
      readonly kind: 'name'
      readonly words: readonly string[]
      readonly unfinished: boolean
      readonly year: string | null
      /** Pieces of any number of the person, beside the name. */
      readonly numbers: readonly string[]
    }

const MIN_DIGITS = 3
const YEAR = /^(19|20)\d\d$/

function withoutTitles(words: readonly string[], unfinished: boolean): readonly string[] {
  const told = words.filter((word, index) => !isTitle(word) || (unfinished && index === words.length - 1))
  return told.length > 0 ? told : words
}

export function readQuery(text: string): TypedQuery {
  const digits = comparable(text.normalize('NFKC')).replace(/\D/g, '')
  const joined = !/[a-z]/i.test(text) || /^\S*\d\S*$/.test(text.trim())
  if (digits.length >= MIN_DIGITS && joined)
    return { kind: 'number', text: comparable(text.normalize('NFKC')) }
  const typed = plainWords(text)
  const year = typed.find((word) => YEAR.test(word)) ?? null
  const unfinished = !/[\s.,]$/.test(text)
  const words = withoutTitles(
    typed.filter((word) => !/\d/.test(word)),
    unfinished,
  )
  if (words.length === 0) return { kind: 'nothing' }
  const numbers = typed.filter((word) => /^\d{3,}$/.test(word) && word !== year)
  return { kind: 'name', words, unfinished, year, numbers }
}
