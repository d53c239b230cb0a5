import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messages as english } from '../../i18n/messages.en.ts'
import { messages as indonesian } from '../../i18n/messages.id.ts'
import { translator } from '../../i18n/translate.ts'
import { reasonText } from './reason-text.ts'

const SHARED = join(import.meta.dirname, '../../../shared')
/** Where the rules of the reports name a reason: in a placement, as the row rule's own, or as a day without work. */
const NAMED = [
  /\b(?:tray|excluded|unknown): '([\w-]+)'/g,
  /\bproblem: '([\w-]+)' \| '([\w-]+)'/g,
  /\bNoWorkReason = '([\w-]+)' \| '([\w-]+)' \| '([\w-]+)' \| '([\w-]+)' \| '([\w-]+)'/g,
]

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

const reasons = [
  ...new Set(
    [...sourcesIn(join(SHARED, 'reports')), ...sourcesIn(join(SHARED, 'attendance'))].flatMap((source) =>
      NAMED.flatMap((named) => [...source.matchAll(named)].flatMap(([, ...found]) => found)),
    ),
  ),
]

describe('reasons', () => {
  it('are found in the rules', () => {
    expect(reasons.length).toBeGreaterThan(30)
    expect(reasons).toEqual(expect.arrayContaining(['visit-cancelled', 'unit-not-listed', 'malformed', 'L']))
  })

  it.each(reasons)('%s has words in both languages', (reason) => {
    for (const dictionary of [indonesian, english]) {
      expect(reasonText(reason, translator(dictionary))).not.toBe(reason)
    }
  })

  it('of a punch on a day that was not worked name the day’s code', () => {
    expect(reasonText('day-C', translator(indonesian))).toContain('(C)')
  })

  it('of a newer hub are shown by their code', () => {
    expect(reasonText('not-known-yet', translator(indonesian))).toBe('not-known-yet')
  })
})
