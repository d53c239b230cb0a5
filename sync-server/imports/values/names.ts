import type { Sex } from '../../../shared/documents/patient.ts'

/** A name without forms of address, and the sex that a form of address tells. */
export type ReadName = { readonly name: string; readonly sex?: Sex }

/** Forms of address that say how a person is spoken to, not what they are called; they change with age. */
const ADDRESSES: readonly (readonly [pattern: string, sex: Sex | undefined])[] = [
  ['tn', 'L'],
  ['tuan', 'L'],
  ['ny', 'P'],
  ['nyonya', 'P'],
  ['nn', 'P'],
  ['nona', 'P'],
  ['sdr', undefined],
  ['sdri', 'P'],
]
const WORDS = ADDRESSES.map(([word]) => word).join('|')
/** `An.` is a child; without its point or a sign before it, it may be a name. */
const BEFORE = new RegExp(`^(${WORDS}|an(?=\\.))(?:[.,]\\s*|\\s+)(?=\\S)`, 'i')
const BEHIND = new RegExp(`(?:(?:\\s*,\\s*\\(?|\\s+\\(?)(${WORDS})|(?:\\s*,\\s*\\(?|\\s+\\()an)[.)]*$`, 'i')
const SMALL_WORDS = new Set(['bin', 'binti', 'al', 'van', 'von', 'de'])

function sexOf(word: string | undefined): Sex | undefined {
  return ADDRESSES.find(([address]) => address === word?.toLowerCase())?.[1]
}

function capitalised(word: string, index: number): string {
  const lower = word.toLowerCase()
  if (index > 0 && SMALL_WORDS.has(lower)) return lower
  return lower.replace(
    /(^|[-'’./(])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}

/** `SITI AMINAH` and `siti aminah` become `Siti Aminah`; a name written in both cases stays as it is. */
function withCapitals(name: string): string {
  const oneCase = name === name.toUpperCase() || name === name.toLowerCase()
  return oneCase ? name.split(' ').map(capitalised).join(' ') : name
}

/** The mother's name stands for a baby's until it has one (`domain.md` 1.4): `By. Ny. Siti` stays. */
const BABY = /^(by|bayi)\b/i

type Stripped = { readonly text: string; readonly sex: Sex | undefined }

function trimmed(text: string): string {
  return text.replace(/^[\s'`"*.,;:-]+|[\s'`"*,;:-]+$/g, '')
}

/** Takes forms of address off until none is left, unless nothing else is left. */
function withoutAddress(text: string, sex?: Sex): Stripped {
  const [front, before] = BEFORE.exec(text) ?? ['']
  const [back, behind] = front === '' ? (BEHIND.exec(text) ?? ['']) : ['']
  const rest = trimmed(text.slice(front.length, text.length - back.length))
  if (rest === text || rest === '') return { text, sex }
  return withoutAddress(rest, sex ?? sexOf(before ?? behind))
}

/** Tidies a name (IM14): spaces, capitals, stray signs, forms of address. */
export function readName(written: string): ReadName {
  const text = trimmed(written.replace(/[\s_]+/g, ' ').replace(/\s+([.,])/g, '$1'))
  if (BABY.test(text)) return { name: withCapitals(text) }
  const stripped = withoutAddress(text)
  return { name: withCapitals(stripped.text), ...(stripped.sex ? { sex: stripped.sex } : {}) }
}

const TITLES =
  /\b(hj|haji|hajjah|h|drs|dra|dr|drg|ir|prof|kh|rr|r|almh|alm|s ?pd|s ?ag|s ?h|s ?e|s ?t|s ?sos|s ?kep|a ?md|m ?pd|m ?m)\b/g

/**
 * What must be equal for two names to be the same name: letters only, titles off. It goes into ids (IM23), so it
 * never changes; finding people who spell differently is another rule.
 */
export function nameKey(name: string): string {
  const bare = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  const untitled = bare.replace(TITLES, ' ').replace(/\s+/g, ' ').trim()
  return untitled === '' ? bare : untitled
}
