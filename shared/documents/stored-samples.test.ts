import { describe, expect, it } from 'vitest'
import { storedSamples } from '../../tests/builders/stored-samples.ts'
import { DOCUMENT_TYPES } from './document-types.ts'

describe('documents of every past version', () => {
  it.each(storedSamples())('$file is read today', ({ type, version, document }) => {
    expect(document).toMatchObject({ type, schema: version })
    const reading = DOCUMENT_TYPES.get(type)?.read(document)
    expect(reading).toMatchObject({ ok: true, doc: { _id: document._id } })
  })

  it('every version of every type has a sample', () => {
    const needed = [...DOCUMENT_TYPES.values()].flatMap(({ type, version }) =>
      Array.from({ length: version }, (_, index) => `${type}.v${String(index + 1)}.json`),
    )
    expect(storedSamples().map((sample) => sample.file)).toEqual(needed.sort())
  })
})
