import { describe, expect, it } from 'vitest'
import type { StoredDocument } from '../couch/couch.ts'
import { aFacility } from '../../tests/builders/clinic-documents.ts'
import { compile } from './compile.ts'
import { ASKED_WRONGLY, DONE, REFUSED, type CommandNeeds } from './command.ts'

/** Needs of which only `reference` is asked: one clinic, live since 2026. */
function needs() {
  const said: string[] = []
  const complained: string[] = []
  const doc = { ...aFacility(), _rev: '1-a' } as unknown as StoredDocument
  const given = {
    couch: { allDocs: () => Promise.resolve([{ id: doc._id, rev: doc._rev, deleted: false, doc }]) },
    now: () => Date.UTC(2026, 10, 1),
    say: (line: string) => said.push(line),
    complain: (line: string) => complained.push(line),
  } as unknown as CommandNeeds
  return { given, said, complained }
}

describe('npm run hub -- compile', () => {
  it.each([[[]], [['--period', '2026-13']], [['--month', '2026-10']]])(
    '%j is asked wrongly',
    async (args) => {
      const { given, complained } = needs()
      expect(await compile(args, given)).toBe(ASKED_WRONGLY)
      expect(complained.join()).toContain('compile --period')
    },
  )

  it('names a clinic that is not there', async () => {
    const { given, complained } = needs()
    expect(await compile(['--period', '2026-10', '--facility', '9999999'], given)).toBe(REFUSED)
    expect(complained.join()).toContain('9999999')
  })

  it('says of a clinic that it was not live in that month', async () => {
    const { given, said } = needs()
    expect(await compile(['--period', '2025-12'], given)).toBe(DONE)
    expect(said[0]).toContain('belum beroperasi')
  })
})
