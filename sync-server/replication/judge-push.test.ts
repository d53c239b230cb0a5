import { describe, expect, it } from 'vitest'
import { parseDatabaseName, type DatabaseRef } from '../../shared/access/databases.ts'
import { caller, pushed, rev, revisionsOf } from '../../tests/builders/pushed.ts'
import { checkpointAtHub, checkpointForOwner, checkpointOwner } from './checkpoints.ts'
import { inTurn } from './in-turn.ts'
import { judgeHoldings, revisionKey, sortDocuments, toCompare } from './judge-push.ts'

const NOW = Date.parse('2026-10-05T02:00:00.000Z')
const registry = parseDatabaseName('registry-1031948') as DatabaseRef
const NOTHING = { winners: new Map<string, string>(), held: new Set<string>() }

function sorted(...docs: readonly unknown[]) {
  return sortDocuments(docs, caller('loket'), registry, NOW)
}

describe('the documents of one push', () => {
  it('[GW3] are refused each by itself, with problem, field and fault in the reason', () => {
    const { candidates, refusals } = sorted(
      pushed('patient'),
      pushed('patient', { nik: '12' }),
      pushed('household'),
    )
    expect(candidates.map((one) => one.definition.type)).toEqual(['patient', 'household'])
    expect(refusals).toEqual([
      {
        id: pushed('patient')._id,
        rev: rev(1, 'a'),
        error: 'forbidden',
        reason: expect.stringMatching(/^not-valid: nik: /) as string,
      },
    ])
  })

  it('[GW13] are at most 1 MB each', () => {
    const large = pushed('patient', { note: 'x'.repeat(1_000_000) })
    const { candidates, refusals } = sorted(large, pushed('household'))
    expect(candidates).toHaveLength(1)
    expect(refusals[0]?.reason).toMatch(/^document-too-large: /)
  })

  it('[GW13] are nested at most 40 deep, however deep the refused one is', () => {
    const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown
    const { candidates, refusals } = sorted(
      pushed('patient', { note: nested(39) }),
      pushed('household', { note: nested(50_000) }),
    )
    expect(candidates).toHaveLength(1)
    expect(refusals[0]?.reason).toMatch(/^not-valid: _id: nested/)
  })

  it('[GW14] carry how far their stamps lie ahead', () => {
    const { candidates } = sorted(pushed('patient', { at: '2026-10-05T03:00:00.000Z' }), pushed('household'))
    expect(candidates.map((one) => one.ahead)).toEqual([3_600_000, undefined])
  })

  it('[GW9] count for those behind them: two first revisions of one fact are not both stored', () => {
    const fact = pushed('poverty')
    const other = pushed('poverty', { _rev: rev(1, 'b'), _revisions: revisionsOf(rev(1, 'b')), poor: false })
    const verdict = judgeHoldings(sorted(fact, other, fact).candidates, NOTHING)
    expect(verdict.accepted.map((one) => one.history.revision)).toEqual([rev(1, 'a'), rev(1, 'a')])
    expect(verdict.refusals).toMatchObject([
      { rev: rev(1, 'b'), reason: expect.stringMatching(/^already-written/) as string },
    ])
  })

  it('[GW9] are no error where the hub has exactly that revision, the winner or not', () => {
    const fact = pushed('poverty')
    const winners = new Map([[fact._id, rev(1, 'f')]])
    const { candidates } = sorted(fact)
    expect(toCompare(candidates, winners)).toHaveLength(1)
    const held = new Set([revisionKey(fact._id, fact._rev)])
    expect(judgeHoldings(candidates, { winners, held })).toMatchObject({ refusals: [], conflicts: [] })
    expect(judgeHoldings(candidates, { winners, held: new Set() }).refusals).toHaveLength(1)
  })

  it('[GW10] name the records that now have several leaves', () => {
    const one = pushed('patient')
    const winners = new Map([[one._id, rev(3, 'f')]])
    const { candidates } = sorted(one, pushed('household'))
    expect(toCompare(candidates, winners)).toEqual([])
    const verdict = judgeHoldings(candidates, { winners, held: new Set() })
    expect(verdict.accepted).toHaveLength(2)
    expect(verdict.conflicts).toEqual([one._id])
  })

  it('[GW10] name a record whose two leaves come in one push', () => {
    const one = pushed('patient')
    const other = pushed('patient', { _rev: rev(1, 'b'), _revisions: revisionsOf(rev(1, 'b')) })
    expect(judgeHoldings(sorted(one, other).candidates, NOTHING).conflicts).toEqual([one._id])
  })
})

describe('a checkpoint', () => {
  const desk = { device: '1031948-A', facility: '1031948', username: 'sari' }

  it('[GW7] is the desk’s, whoever sits there, and no other desk’s', () => {
    const mine = checkpointAtHub(checkpointOwner(desk), 'abc')
    expect(checkpointAtHub(checkpointOwner({ ...desk, username: 'budi' }), 'abc')).toBe(mine)
    expect(checkpointAtHub(checkpointOwner({ ...desk, device: '1031948-B' }), 'abc')).not.toBe(mine)
  })

  it('[GW7] is the person’s where there is no desk', () => {
    const dinas = { device: 'hub', facility: null, username: 'dinas' }
    expect(checkpointOwner(dinas)).not.toBe(checkpointOwner({ ...dinas, username: 'dinas.dua' }))
  })

  it('[GW7] comes back under the id its owner gave it', () => {
    expect(checkpointForOwner({ _id: '_local/xyz', _rev: '0-1', last_seq: 5 }, 'abc')).toEqual({
      _id: '_local/abc',
      _rev: '0-1',
      last_seq: 5,
    })
  })
})

describe('turns', () => {
  it('[GW15] are taken within one name, not between names, and survive a failure', async () => {
    const turn = inTurn()
    const seen: string[] = []
    const open: Record<string, () => void> = {}
    const task = (name: string, label: string, fail = false) =>
      turn(name, async () => {
        seen.push(`${label} begins`)
        await new Promise<void>((resolve) => (open[label] = resolve))
        seen.push(`${label} ends`)
        if (fail) throw new Error(label)
      })
    const first = task('one', 'first', true)
    const second = task('one', 'second')
    const beside = task('two', 'beside')
    await Promise.resolve()
    open['beside']?.()
    await beside
    expect(seen).toEqual(['first begins', 'beside begins', 'beside ends'])
    open['first']?.()
    await expect(first).rejects.toThrow('first')
    await Promise.resolve()
    open['second']?.()
    await second
    expect(seen.slice(3)).toEqual(['first ends', 'second begins', 'second ends'])
  })
})
