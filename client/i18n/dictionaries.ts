import { firstMessages } from './first-messages.id.ts'
import type { Dictionary, Language } from './translate.ts'

/** Parts of the words that come with the screens that say them; the first screens' part is always there. */
export type WordsPart = 'first' | 'work' | 'reports'
type Words = Partial<Dictionary>

const FETCH: Readonly<Record<Language, Readonly<Record<WordsPart, () => Promise<Words>>>>> = {
  id: {
    first: () => Promise.resolve(firstMessages),
    work: async () => (await import('./work-messages.id.ts')).workMessages,
    reports: async () => (await import('./report-messages.id.ts')).reportMessages,
  },
  en: {
    first: async () => (await import('./first-messages.en.ts')).firstMessages,
    work: async () => (await import('./work-messages.en.ts')).workMessages,
    reports: async () => (await import('./report-messages.en.ts')).reportMessages,
  },
}

const held: Readonly<Record<Language, Record<string, string>>> = { id: { ...firstMessages }, en: {} }
const parts = new Set<WordsPart>(['first'])
const languages = new Set<Language>(['id'])

async function fetchWords(language: Language, part: WordsPart): Promise<void> {
  Object.assign(held[language], await FETCH[language][part]())
}

/** The words of a language, grown by each part that a screen asks for. */
export function wordsOf(language: Language): Readonly<Record<string, string>> {
  return held[language]
}

/** Fetches all parts asked for so far in a language; a desk in Indonesian never fetches another. */
export async function prepareLanguage(language: Language): Promise<void> {
  languages.add(language)
  await Promise.all([...parts].map((part) => fetchWords(language, part)))
}

/** Fetches a screen together with its words, in every language that this tab has shown. */
export function withWords<Screen>(part: WordsPart, load: () => Promise<Screen>): () => Promise<Screen> {
  return async () => {
    parts.add(part)
    const [screen] = await Promise.all([
      load(),
      ...[...languages].map((language) => fetchWords(language, part)),
    ])
    return screen
  }
}
