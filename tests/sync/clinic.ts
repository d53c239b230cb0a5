import { rm } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import type { Commands, DeskState } from '../../client/data/bridge/contract.ts'
import type { Role } from '../../shared/access/roles.ts'
import { startTestHub, type TestHub, type TestHubOptions } from '../builders/hub.ts'
import { buildBarePage } from './page/build-page.ts'
import { newProfile, type Profile, type Tab } from './profile.ts'

/** A clinic with its hub and as many desks as a test opens, each a browser profile of its own. */
export type Clinic = {
  readonly hub: TestHub
  /** A new PC: a new profile, enrolled, somebody signed in and everything loaded. */
  readonly desk: (role: Role, url?: string) => Promise<{ readonly profile: Profile; readonly tab: Tab }>
  readonly close: () => Promise<void>
}

export async function openClinic(
  options: TestHubOptions & { mode?: 'production' | 'sealing' } = {},
): Promise<Clinic> {
  const folder = await buildBarePage(options.mode)
  const hub = await startTestHub({ ...options, clientFolder: folder })
  const profiles: Profile[] = []
  return {
    hub,
    async desk(role, url = hub.url) {
      const profile = await newProfile()
      profiles.push(profile)
      const tab = await profile.open(url)
      value(await tab.ask('desk.enrol', { code: hub.code }))
      await signIn(tab, hub, role)
      return { profile, tab }
    },
    async close() {
      await Promise.all(profiles.map((profile) => profile.remove()))
      await hub.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Signs in and waits until all that the person may read is loaded. */
export async function signIn(tab: Tab, hub: TestHub, role: Role): Promise<void> {
  value(await tab.ask('person.sign-in', { username: hub.usernameOf(role), password: hub.password }))
  value(await tab.ask('sync.now', {}))
  const state: DeskState = value(await tab.ask('desk.open', {}))
  expect(state).toMatchObject({ stage: 'signed-in', firstLoad: { ready: 'all' } })
}

type AnswerOf<Out> = Out extends { readonly ok: true; readonly value: infer Value } ? Value : never

/** What a command answered, or a failure that says which problem it named. */
export function value<Out extends Commands[keyof Commands]['out']>(answer: Out): AnswerOf<Out> {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.value as AnswerOf<Out>
}

/** Documents at the hub of one type, deleted ones left out. */
export async function documentsAtHub(hub: TestHub, database: string, type: string) {
  const rows = await hub.registry().couch.allDocs(database, { includeDocs: true })
  return rows.flatMap(({ doc }) => (doc?.['type'] === type ? [doc] : []))
}

/** All leaves that the hub holds of a record, in text order. */
export async function leavesAtHub(hub: TestHub, database: string, id: string): Promise<readonly string[]> {
  const leaves = await hub.registry().couch.getLeaves(database, id)
  return leaves.map((leaf) => leaf._rev).sort()
}

/** Asks again until the answer is that; for what the hub does by itself after it has answered. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  wanted: (value: Value) => boolean,
): Promise<Value> {
  const until = Date.now() + 20_000
  for (;;) {
    const got = await ask()
    if (wanted(got)) return got
    if (Date.now() > until) throw new Error(`never came about; last: ${JSON.stringify(got)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}
