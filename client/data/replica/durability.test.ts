import { describe, expect, it } from 'vitest'
import { durabilityOf, makePouchWritesDurable, whileFilling, whileSaving } from './durability.ts'

/** What a database was asked for when a transaction was opened on it. */
function fakeDatabase(name: string) {
  const asked: unknown[] = []
  const prototype = {
    transaction(...given: unknown[]) {
      asked.push(given)
      return {}
    },
  } as unknown as IDBDatabase
  makePouchWritesDurable(prototype)
  const database = Object.create(prototype, { name: { value: name } }) as IDBDatabase
  return { database, asked }
}

describe('how safely a write is kept', () => {
  it('[SV1] PouchDB’s writes are on the disk when they are done', () => {
    const { database, asked } = fakeDatabase('_pouch_registry-1031948')
    database.transaction(['docs'], 'readwrite')
    expect(asked).toEqual([[['docs'], 'readwrite', { durability: 'strict' }]])
  })

  it('reads, and the stores of others, are left as they are', () => {
    const pouch = fakeDatabase('_pouch_registry-1031948')
    pouch.database.transaction(['docs'], 'readonly')
    const other = fakeDatabase('read-model')
    other.database.transaction(['rows'], 'readwrite')
    expect([pouch.asked, other.asked]).toEqual([
      [[['docs'], 'readonly', undefined]],
      [[['rows'], 'readwrite', undefined]],
    ])
  })

  it('[SV1] while a database is filled its writes are relaxed, but never those of a save meanwhile', async () => {
    const seen: string[] = []
    const look = (database: string) => seen.push(`${database} ${durabilityOf(database)}`)
    await whileFilling('registry', async () => {
      look('registry')
      look('visits')
      await whileSaving('registry', () => Promise.resolve(look('registry')))
      look('registry')
    })
    look('registry')
    expect(seen).toEqual([
      'registry relaxed',
      'visits strict',
      'registry strict',
      'registry relaxed',
      'registry strict',
    ])
  })

  it('[SV1] a save that fails leaves nothing relaxed or strict behind', async () => {
    const fails = () => Promise.reject(new Error('disk'))
    await expect(whileFilling('registry', () => whileSaving('registry', fails))).rejects.toThrow('disk')
    expect(durabilityOf('registry')).toBe('strict')
    expect(await whileFilling('registry', () => Promise.resolve(durabilityOf('registry')))).toBe('relaxed')
  })
})
