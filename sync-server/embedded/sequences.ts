import { createHash } from 'node:crypto'
import { badRequest } from './refusal.ts'

const OPAQUE = /^(\d{1,15})-([A-Za-z0-9_-]{22})$/

/** Sequences of one database as others see them: a count, and a mark of the database that nobody is to read. */
export type Sequences = {
  readonly write: (count: number) => string
  /** The count to read on from; `undefined` stands for the present end. */
  readonly read: (text: string | undefined) => number | undefined
}

/**
 * Like CouchDB's, they say nothing about another database: one that was made by another (or by this one before it
 * was deleted and made again) reads from the beginning, which repeats much and misses nothing.
 */
export function sequencesOf(instance: string): Sequences {
  const mark = createHash('sha256').update(instance).digest('base64url').slice(0, 22)
  return {
    write: (count) => `${String(count)}-${mark}`,
    read: (text) => {
      if (text === undefined || text === '0') return 0
      if (text === 'now') return undefined
      const [, count, given] = OPAQUE.exec(text) ?? []
      if (count === undefined) throw badRequest("Malformed sequence supplied in 'since' parameter.")
      return given === mark ? Number(count) : 0
    },
  }
}
