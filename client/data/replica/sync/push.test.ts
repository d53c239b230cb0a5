import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { instantOf } from '../../../../shared/calendar/instant.ts'
import { openDeskStore, type DeskStore } from '../../desk/desk-store.ts'
import { ledgerOf, type LedgerEntry } from '../../desk/ledger.ts'
import { HubTrouble } from '../hub/hub-trouble.ts'
import { push, type PushNeeds } from './push.ts'

const NOW = instantOf(Date.UTC(2026, 9, 31, 1))
const DATABASE = 'registry-1031948'
const stores: DeskStore[] = []
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.delete()))
})

function newLedger() {
  const store = openDeskStore(`desk ${crypto.randomUUID()}`)
  stores.push(store)
  return ledgerOf(store)
}

function wrote(id: string, by = 'sari', rev = '1-a', leaves = [rev]): LedgerEntry {
  return { id, leaves, own: [{ rev, by, at: NOW }] }
}

type Faults = {
  /** Refused by name, as the gateway answers for one document. */
  readonly refused?: ReadonlySet<string>
  /** A request that contains one of these fails as a whole, with that status. */
  readonly poison?: ReadonlySet<string>
  readonly poisonStatus?: number
  /** Requests that fail before, or after, the hub has done them: by number. */
  readonly cutBefore?: ReadonlySet<number>
  readonly cutAfter?: ReadonlySet<number>
  readonly status?: number
}

/** A hub that keeps what it is sent, with faults of the network and refusals of its own. */
function newHub(faults: Faults = {}) {
  const held = new Set<string>()
  const written: { token: string; id: string; rev: string }[] = []
  let requests = 0

  async function request<Answer>(ids: readonly string[], act: () => Answer): Promise<Answer> {
    requests += 1
    if (faults.status)
      throw new HubTrouble(faults.status >= 500 ? 'hub-failed' : 'refused', faults.status, 'said')
    if (faults.cutBefore?.has(requests)) throw new HubTrouble('unreachable')
    if (ids.some((id) => faults.poison?.has(id)))
      throw new HubTrouble('hub-failed', faults.poisonStatus ?? 500)
    const answer = act()
    if (faults.cutAfter?.has(requests)) throw new HubTrouble('unreachable')
    return Promise.resolve(answer)
  }

  const hub: PushNeeds['hub'] = {
    alive: () => Promise.resolve(true),
    missing: (_token, _database, asked) =>
      request([], () =>
        Object.fromEntries(
          Object.entries(asked)
            .map(([id, revs]) => [id, { missing: revs.filter((rev) => !held.has(`${id} ${rev}`)) }] as const)
            .filter(([, { missing }]) => missing.length > 0),
        ),
      ),
    write: (token, _database, docs) =>
      request(
        docs.map((doc) => doc._id),
        () =>
          docs.flatMap(({ _id: id, _rev: rev }) => {
            if (faults.refused?.has(id))
              return [{ id, rev, error: 'forbidden', reason: 'not-valid: nik: wrong' }]
            held.add(`${id} ${rev}`)
            written.push({ token, id, rev })
            return []
          }),
      ),
  }
  return { hub, held, written, requests: () => requests }
}

function needs(
  ledger: PushNeeds['ledger'],
  hub: PushNeeds['hub'],
  changes: Partial<PushNeeds> = {},
): PushNeeds {
  return {
    hub,
    ledger,
    now: () => NOW,
    revisions: (_database, wanted) =>
      Promise.resolve(
        wanted.map(({ id, rev }) => ({ _id: id, _rev: rev, _revisions: { start: 1, ids: [] } })),
      ),
    tokenOf: (username) => Promise.resolve(username === 'gone' ? null : `token of ${username}`),
    tokenRefused: () => Promise.resolve(),
    ...changes,
  }
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id).sort()

describe('sending what waits', () => {
  it('[LG2] confirms what the hub holds, also when it held it before', async () => {
    const [ledger, { hub, held, written }] = [newLedger(), newHub()]
    await ledger.enter(DATABASE, 0, 2, [wrote('patient:1'), wrote('patient:2')])
    held.add('patient:1 1-a')
    expect(await push(needs(ledger, hub))).toEqual({ confirmed: 2, signInNeeded: [] })
    expect(idsOf(written)).toEqual(['patient:2'])
    expect(await ledger.counts()).toEqual({ waiting: 0, refused: 0 })
  })

  it('[LG2] an answer of success is no confirmation: the hub is asked again', async () => {
    const [ledger, { hub }] = [newLedger(), newHub()]
    await ledger.enter(DATABASE, 0, 1, [wrote('patient:1')])
    const forgetful = { ...hub, write: () => Promise.resolve([]) }
    await push(needs(ledger, forgetful))
    expect(await ledger.refused()).toMatchObject([{ id: 'patient:1', problem: 'not-kept' }])
  })

  it('[LG3] each record goes under its own author, and one without a sign-in waits', async () => {
    const [ledger, { hub, written }] = [newLedger(), newHub()]
    await ledger.enter(DATABASE, 0, 3, [
      wrote('patient:1', 'sari'),
      wrote('patient:2', 'budi'),
      wrote('patient:3', 'gone'),
    ])
    expect(await push(needs(ledger, hub))).toEqual({ confirmed: 2, signInNeeded: ['gone'] })
    expect(Object.fromEntries(written.map(({ id, token }) => [id, token]))).toEqual({
      'patient:1': 'token of sari',
      'patient:2': 'token of budi',
    })
    expect(await ledger.waiting()).toMatchObject([{ id: 'patient:3', state: 'waiting' }])
  })

  it('[LG3] a sign-in that the hub no longer takes is reported once, and nothing is set aside', async () => {
    const [ledger, { hub, requests }] = [newLedger(), newHub({ status: 401 })]
    await ledger.enter(DATABASE, 0, 2, [wrote('patient:1'), wrote('patient:2')])
    await ledger.enter('visits-1031948-2026', 0, 1, [wrote('encounter:2026-10-31:1')])
    const refused: string[] = []
    const tokenRefused = (username: string) => Promise.resolve(void refused.push(username))
    expect(await push(needs(ledger, hub, { tokenRefused }))).toEqual({ confirmed: 0, signInNeeded: ['sari'] })
    expect([refused, requests(), await ledger.counts()]).toEqual([['sari'], 1, { waiting: 3, refused: 0 }])
  })

  it('[LG4] a refused document is set aside with its reason, the others are confirmed', async () => {
    const [ledger, { hub }] = [newLedger(), newHub({ refused: new Set(['patient:2']) })]
    await ledger.enter(
      DATABASE,
      0,
      3,
      ['1', '2', '3'].map((n) => wrote(`patient:${n}`)),
    )
    expect(await push(needs(ledger, hub))).toMatchObject({ confirmed: 2 })
    expect(await ledger.refused()).toMatchObject([
      { id: 'patient:2', problem: 'not-valid', field: 'nik', at: NOW },
    ])
  })

  it.each([400, 413, 500])(
    '[LG5] one document that makes a batch fail with %i stands alone in the end',
    async (status) => {
      const [ledger, { hub }] = [
        newLedger(),
        newHub({ poison: new Set(['patient:37']), poisonStatus: status }),
      ]
      await ledger.enter(
        DATABASE,
        0,
        60,
        Array.from({ length: 60 }, (_, n) => wrote(`patient:${n}`)),
      )
      await push(needs(ledger, hub))
      expect(await ledger.counts()).toEqual({ waiting: 0, refused: 1 })
      expect(idsOf(await ledger.refused())).toEqual(['patient:37'])
    },
  )

  it('[LG6] what was set aside is offered again at the next start, and when the document changes', async () => {
    const [ledger, hub] = [newLedger(), newHub({ refused: new Set(['patient:1', 'patient:2']) })]
    await ledger.enter(DATABASE, 0, 2, [wrote('patient:1'), wrote('patient:2')])
    await push(needs(ledger, hub.hub))
    await ledger.enter(DATABASE, 2, 3, [wrote('patient:1', 'sari', '2-b')])
    expect(await ledger.waiting()).toMatchObject([{ id: 'patient:1', rev: '2-b' }])
    expect(await ledger.refused()).toMatchObject([{ id: 'patient:2' }])
    await ledger.offerAgain()
    await push(needs(ledger, newHub().hub))
    expect(await ledger.counts()).toEqual({ waiting: 0, refused: 0 })
  })

  it.each([404, 429, 502, 503, 504])('[LG9] status %i sets nothing aside', async (status) => {
    const [ledger, { hub }] = [newLedger(), newHub({ status })]
    await ledger.enter(DATABASE, 0, 2, [wrote('patient:1'), wrote('patient:2')])
    await push(needs(ledger, hub)).catch(() => undefined)
    expect(await ledger.counts()).toEqual({ waiting: 2, refused: 0 })
  })
})

describe('the ledger and the feed', () => {
  it('[LG1] takes a page once, and none that lies beyond its mark', async () => {
    const ledger = newLedger()
    await ledger.enter(DATABASE, 0, 5, [wrote('patient:1')])
    await ledger.enter(DATABASE, 0, 5, [wrote('patient:2')])
    await ledger.enter(DATABASE, 9, 12, [wrote('patient:3')])
    expect([idsOf(await ledger.waiting()), await ledger.mark(DATABASE)]).toEqual([['patient:1'], 5])
  })

  it('[LG7] a revision that a later one replaced leaves; one beside it in conflict stays', async () => {
    const ledger = newLedger()
    await ledger.enter(DATABASE, 0, 1, [wrote('patient:1', 'sari', '1-a')])
    await ledger.enter(DATABASE, 1, 2, [wrote('patient:1', 'sari', '2-b')])
    expect((await ledger.waiting()).map((row) => row.rev)).toEqual(['2-b'])
    await ledger.enter(DATABASE, 2, 3, [{ id: 'patient:1', leaves: ['2-b', '2-c'], own: [] }])
    expect((await ledger.waiting()).map((row) => row.rev)).toEqual(['2-b'])
  })
})

const someIds = fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 1, maxLength: 30 })
const requestNumbers = fc.uniqueArray(fc.integer({ min: 1, max: 12 })).map((all) => new Set(all))

describe('whatever the network does', () => {
  it('[LG2] [LG4] [LG5] [LG11] in the end the hub holds each good record once and each bad one is set aside', async () => {
    await fc.assert(
      fc.asyncProperty(
        someIds,
        someIds,
        someIds,
        requestNumbers,
        requestNumbers,
        async (own, bad, worse, before, after) => {
          const name = (n: number) => `patient:${n}`
          const [refused, poison] = [new Set(bad.map(name)), new Set(worse.map(name))]
          const { hub, held, written } = newHub({ refused, poison, cutBefore: before, cutAfter: after })
          const ledger = newLedger()
          const entries = own.map((n) => wrote(name(n), n % 2 ? 'sari' : 'budi'))
          await ledger.enter(DATABASE, 0, 31, entries)
          for (let run = 0; run < 30 && (await ledger.waiting()).length > 0; run += 1) {
            await push(needs(ledger, hub)).catch((error: unknown) => expect(error).toBeInstanceOf(HubTrouble))
          }
          const good = own.map(name).filter((id) => !refused.has(id) && !poison.has(id))
          expect(idsOf(written)).toEqual([...good].sort())
          expect(idsOf(await ledger.refused())).toEqual(
            own
              .map(name)
              .filter((id) => !good.includes(id))
              .sort(),
          )

          await ledger.startOver()
          await ledger.enter(DATABASE, 0, 31, entries)
          await push(needs(ledger, hub)).catch(() => undefined)
          expect(held.size).toBe(good.length)
        },
      ),
      { numRuns: 30 },
    )
  })
})
