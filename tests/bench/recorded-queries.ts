import { chanceOf, type Chance } from '../../sync-server/demo/chance.ts'
import type { ClinicPerson } from './clinic-people.ts'

/** Somebody looking for a person: the kind of query, and the text as it grew key by key. */
export type RecordedQuery = {
  readonly kind: string
  readonly wanted: ClinicPerson
  readonly keys: readonly string[]
}

const VOWELS = 'aiueo'

/** One slip of the hand: a letter left out, doubled to another, or changed places with the next. */
function slipped(word: string, chance: Chance): string {
  const at = chance.whole(1, word.length - 2)
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ]
  const slips = [
    before + next + after,
    before + next + letter + after,
    before + chance.pick(VOWELS.split('')) + next + after,
  ]
  return chance.pick(slips)
}

/** As people write it who learnt to before 1972, or as they hear it. */
function otherSpelling(name: string): string {
  return name
    .replace(/u/g, 'oe')
    .replace(/^Muhammad/i, 'Moch')
    .replace(/j/g, 'dj')
    .replace(/c/g, 'tj')
    .replace(/sy/g, 's')
}

function misspelt(name: string, chance: Chance): string {
  const words = name.split(' ')
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a))
  return longest.length < 5
    ? name
    : words.map((word) => (word === longest ? slipped(word, chance) : word)).join(' ')
}

const KINDS: Readonly<Record<string, (person: ClinicPerson, chance: Chance) => string | null>> = {
  'whole name': ({ name }) => name.toLowerCase(),
  'beginnings of words': ({ name }) =>
    name
      .toLowerCase()
      .split(' ')
      .map((word) => word.slice(0, 4))
      .join(' '),
  'other order': ({ name }) => name.toLowerCase().split(' ').reverse().join(' '),
  'old spelling': ({ name }) => otherSpelling(name.toLowerCase()),
  'one slip': ({ name }, chance) => misspelt(name.toLowerCase(), chance),
  'name and year': ({ name, born }) => `${name.toLowerCase()} ${born.slice(0, 4)}`,
  'name and head': ({ name, headName }) => (name === headName ? null : `${name} ${headName}`.toLowerCase()),
  'whole NIK': ({ nik }) => nik,
  'name and last digits of NIK': ({ name, nik }) => nik && `${name.toLowerCase()} ${nik.slice(-6)}`,
  'No. KK': ({ kk }) => kk,
  phone: ({ phone }) => phone,
}

/** Every text from the second key on, as the box sends it. */
function typed(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, n) => text.slice(0, n + 2))
}

/** The same queries whenever they are made from the same people. */
export function recordedQueries(people: readonly ClinicPerson[], each: number): readonly RecordedQuery[] {
  const chance = chanceOf('bench queries')
  return Object.entries(KINDS).flatMap(([kind, textOf]) => {
    const queries: RecordedQuery[] = []
    while (queries.length < each) {
      const person = chance.pick(people)
      const text = textOf(person, chance)
      if (text) queries.push({ kind, wanted: person, keys: typed(text) })
    }
    return queries
  })
}
