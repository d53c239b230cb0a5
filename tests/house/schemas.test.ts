import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { publishedSchemas } from './schemas.ts'

const SCHEMAS = new URL('../../docs/schemas/', import.meta.url)
const STORED = new URL('../stored/', import.meta.url)

describe('published schemas', () => {
  it('are those of the code; after a change run `npm run schemas`', () => {
    const written = new Map(
      readdirSync(SCHEMAS).map((name) => [name, readFileSync(new URL(name, SCHEMAS), 'utf8')]),
    )
    expect([...written.keys()].sort()).toEqual([...publishedSchemas().keys()].sort())
    for (const [name, text] of publishedSchemas()) expect(written.get(name), name).toBe(text)
  })
})

describe('stored samples', () => {
  const versions = [...DOCUMENT_TYPES.values()].flatMap((definition) =>
    Array.from({ length: definition.version }, (_, index) => ({ definition, version: index + 1 })),
  )

  it.each(versions.map(({ definition, version }) => [definition.type, version] as const))(
    'of %s version %i can still be read',
    (type, version) => {
      const raw: unknown = JSON.parse(
        readFileSync(new URL(`${type}.v${String(version)}.json`, STORED), 'utf8'),
      )
      expect(DOCUMENT_TYPES.get(type)?.read(raw)).toMatchObject({ ok: true })
    },
  )

  it.each([...DOCUMENT_TYPES.values()].map((definition) => [definition.type, definition] as const))(
    'of %s: every upgrade leads to the next version',
    (_type, definition) => {
      expect(definition.upgrades.map((upgrade) => upgrade.to)).toEqual(
        Array.from({ length: definition.version - 1 }, (_, index) => index + 2),
      )
    },
  )
})
