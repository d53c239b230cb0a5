import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codecFor, keyOfBuild } from './codec-of-build.ts'
import { plainCodec } from './codec.ts'
import { openDocument, sealDocument } from './sealed-document.ts'
import { sealingCodec } from './sealing-codec.ts'

const sealing = async () => codecFor(await keyOfBuild('sealing'))
const DATABASE = 'registry-1031948'
const own = { _id: 'patient:1', _rev: '1-a', _revisions: { start: 1, ids: ['a'] } }
const body = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue(), { minKeys: 1 })

describe('a document in a store', () => {
  it('comes out as it went in, sealed or plain', async () => {
    const codecs = [plainCodec, await sealing()]
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(...codecs), async (fields, codec) => {
        const doc = JSON.parse(JSON.stringify({ ...own, ...fields })) as typeof own
        expect(await openDocument(codec, DATABASE, await sealDocument(codec, DATABASE, doc))).toEqual(doc)
      }),
    )
  })

  it('shows only its id and revisions once sealed', async () => {
    const sealed = await sealDocument(await sealing(), DATABASE, {
      ...own,
      name: 'Siti Aminah',
      nik: '3577015203850001',
    })
    expect(Object.keys(sealed).sort()).toEqual(['_id', '_rev', '_revisions', 'sealed'])
    expect(JSON.stringify(sealed)).not.toMatch(/Siti|357701/)
  })

  it('leaves a tombstone without a body as it is', async () => {
    const gone = { ...own, _deleted: true }
    expect(await sealDocument(await sealing(), DATABASE, gone)).toEqual(gone)
  })
})

describe('the sealing codec', () => {
  it('seals the same value differently each time', async () => {
    const codec = await sealing()
    const [one, other] = await Promise.all([codec.seal('Siti', 'a/1'), codec.seal('Siti', 'a/1')])
    expect(Buffer.from(one as ArrayBuffer).equals(Buffer.from(other as ArrayBuffer))).toBe(false)
  })

  it('does not open a value that was put in another place, altered, or sealed under another key', async () => {
    const codec = await sealing()
    const sealed = (await codec.seal({ name: 'Siti' }, 'registry/patient:1')) as ArrayBuffer
    await expect(codec.open(sealed, 'registry/patient:2')).rejects.toThrow()
    const altered = new Uint8Array(sealed.slice(0))
    altered[20] = (altered[20] ?? 0) ^ 1
    await expect(codec.open(altered.buffer, 'registry/patient:1')).rejects.toThrow()
    const key = await webcrypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    await expect(sealingCodec(key).open(sealed, 'registry/patient:1')).rejects.toThrow()
  })
})
