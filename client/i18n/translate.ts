import type { messages } from './messages.id.ts'

export const LANGUAGES = ['id', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

type Messages = typeof messages
/** A sentence's key. The Indonesian file is the base: a key that it lacks does not compile. */
export type MessageKey = keyof Messages
/** All sentences of one language. */
export type Dictionary = { readonly [Key in MessageKey]: string }

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never
type Params<Key extends MessageKey> = [Placeholders<Messages[Key]>] extends [never]
  ? readonly []
  : readonly [params: { readonly [Name in Placeholders<Messages[Key]>]: string | number }]

/** Keys of sentences without placeholders, for tables that choose among them. */
export type PlainKey = {
  readonly [Key in MessageKey]: [Placeholders<Messages[Key]>] extends [never] ? Key : never
}[MessageKey]

/** Words a sentence of the interface: `t('strip.waiting', { n: 14 })`. */
export type Translate = <Key extends MessageKey>(key: Key, ...params: Params<Key>) => string

/** A sentence's placeholders in the order they stand in it. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name ? [name] : []))
}

/**
 * The translator of one dictionary, or of one that grows as screens bring their words. Values are put in as they
 * are: numbers and dates are formatted before.
 */
export function translator(dictionary: Readonly<Record<string, string>>): Translate {
  return (key, ...[params]) => {
    const text = dictionary[key] ?? key
    if (!params) return text
    const values: Readonly<Record<string, string | number | undefined>> = params
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}
