import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { instantOf } from '../../../../shared/calendar/instant.ts'
import { HubTrouble } from '../hub/hub-trouble.ts'
import type { Desk } from '../desk.ts'
import { exchange } from './exchange.ts'

const NOW = instantOf(Date.UTC(2026, 9, 31, 1))
const DATABASES = ['registry-1031948', 'visits-1031948-2026']

/** A desk before its first load, at a hub that refuses each of its databases with this status. */
function refusedDesk(status: number) {
  const asked: string[] = []
  const planned: (readonly string[])[] = []
  const nothing = () => undefined
  const none = () => Promise.resolve([])
  const desk = {
    hub: () => ({
      heads: () =>
        Promise.resolve({
          time: NOW,
          epoch: 'e',
          heads: Object.fromEntries(DATABASES.map((one) => [one, '1'])),
        }),
      documents(_token: string, database: string) {
        asked.push(database)
        return Promise.reject(new HubTrouble('refused', status, 'forbidden'))
      },
    }),
    seats: {
      enrolment: () => ({ device: '1031948-A', facility: '1031948' }),
      district: () => null,
      person: () => ({ username: 'sari', token: 't', grants: [{ role: 'loket', facility: '1031948' }] }),
    },
    clock: { now: () => NOW, measured: nothing, anchor: () => null },
    settings: { get: () => Promise.resolve('e'), set: () => Promise.resolve() },
    ledger: { waiting: none },
    parcels: { waiting: none },
    store: { pulls: { get: () => Promise.resolve(undefined) } },
    load: {
      isLoaded: () => false,
      plan: (databases: readonly string[]) => void planned.push(databases),
      read: nothing,
    },
    replica: () => ({ documents: () => Promise.resolve(0) }),
  } as unknown as Desk
  const run = () =>
    exchange(desk, new AbortController().signal, { sending: nothing, receiving: nothing, loaded: nothing })
  return { run, asked, planned }
}

it('[EX9] goes on with the next database where one is refused to the person', async () => {
  const { run, asked, planned } = refusedDesk(403)
  expect(await run()).toEqual({ sent: false, received: false, signInNeeded: false })
  expect(asked).toEqual(DATABASES)
  expect(planned).toEqual([DATABASES, DATABASES.slice(1), []])
})

it('[EX9] ends at any other trouble', async () => {
  const { run, asked } = refusedDesk(500)
  await expect(run()).rejects.toThrow(HubTrouble)
  expect(asked).toEqual(DATABASES.slice(0, 1))
})
