import { describe, expect, it } from 'vitest'
import { rev } from '../../tests/builders/pushed.ts'
import { judgeHistory, type Held } from './judge-history.ts'

const nothing: Held = { revision: false, winner: undefined }
const [a1, b1, b2, c3] = [rev(1, 'a'), rev(1, 'b'), rev(2, 'b'), rev(3, 'c')]

function history(...chain: readonly [string, ...string[]]) {
  return { revision: chain[0], generation: Number.parseInt(chain[0], 10), chain }
}

describe('a fact that is only added', () => {
  it.each([
    ['a new one', history(a1), nothing, { ok: true, meetsAnother: false }],
    [
      'the same revision again',
      history(a1),
      { revision: true, winner: a1 },
      { ok: true, meetsAnother: false },
    ],
    [
      'another under a written id',
      history(b1),
      { revision: false, winner: a1 },
      { problem: 'already-written' },
    ],
    ['a change of it', history(b2, a1), { revision: false, winner: a1 }, { problem: 'already-written' }],
    [
      'one with a high generation',
      history(rev(900, 'f')),
      { revision: false, winner: a1 },
      { problem: 'already-written' },
    ],
    ['a new one that states a past', history(b2, a1), nothing, { problem: 'forged-history' }],
    ['a new one whose past is cut off', history(c3), nothing, { problem: 'forged-history' }],
  ])('[GW9] %s', (_what, pushed, held, verdict) => {
    expect(judgeHistory('added', pushed, held)).toMatchObject(verdict)
  })
})

describe('an editable record', () => {
  it.each([
    ['a new one', history(a1), nothing, false],
    ['three revisions made offline', history(c3, b2, a1), nothing, false],
    ['an edit of the present revision', history(b2, a1), { revision: false, winner: a1 }, false],
    ['an edit of an older one', history(b2, a1), { revision: false, winner: rev(2, 'f') }, true],
    ['one without common ancestor', history(b1), { revision: false, winner: a1 }, true],
    ['the same revision again', history(a1), { revision: true, winner: c3 }, false],
  ])('[GW10] %s', (_what, pushed, held, meetsAnother) => {
    expect(judgeHistory('edited', pushed, held)).toEqual({ ok: true, meetsAnother })
  })
})

describe('a document that is replaced whole', () => {
  it.each([
    ['a new one', history(a1), nothing, { ok: true }],
    ['on the present revision', history(b2, a1), { revision: false, winner: a1 }, { ok: true }],
    ['two steps on from it', history(c3, b2, a1), { revision: false, winner: a1 }, { ok: true }],
    ['the same revision again', history(a1), { revision: true, winner: b2 }, { ok: true }],
    [
      'on an older revision',
      history(b2, a1),
      { revision: false, winner: rev(2, 'f') },
      { problem: 'replaced-meanwhile' },
    ],
    [
      'without knowing of the present one',
      history(b1),
      { revision: false, winner: a1 },
      { problem: 'replaced-meanwhile' },
    ],
  ])('[GW11] %s', (_what, pushed, held, verdict) => {
    expect(judgeHistory('replaced', pushed, held)).toMatchObject(verdict)
  })
})
