import type { Instant } from '../../../../shared/calendar/instant.ts'
import type { LedgerRow } from '../../desk/desk-store.ts'
import type { Ledger } from '../../desk/ledger.ts'
import type { HubClient } from '../hub/hub-client.ts'
import { HubTrouble, troubleOf } from '../hub/hub-trouble.ts'
import type { Revision } from '../replica.ts'
import { offerHalving } from './halving.ts'

/** Records offered in one go; a batch is asked about, sent and asked about again. */
const BATCH = 100

type Refusal = { readonly problem: string; readonly field: string | null }

export type PushNeeds = {
  readonly hub: Pick<HubClient, 'missing' | 'write' | 'alive'>
  readonly ledger: Pick<Ledger, 'waiting' | 'confirm' | 'setAside'>
  readonly revisions: (
    database: string,
    wanted: readonly { readonly id: string; readonly rev: string }[],
  ) => Promise<readonly Revision[]>
  /** The author's own token (rule LG3). */
  readonly tokenOf: (username: string) => Promise<string | null>
  /** The hub no longer takes that token. */
  readonly tokenRefused: (username: string, token: string) => Promise<void>
  readonly now: () => Instant
}

export type Pushed = {
  readonly confirmed: number
  /** People who must sign in at the hub again before their records can go. */
  readonly signInNeeded: readonly string[]
}

/** Unconfirmed records by who wrote them and where they lie: what may go in one request. */
function batchesOf(rows: readonly LedgerRow[]): readonly (readonly LedgerRow[])[] {
  const groups = new Map<string, LedgerRow[]>()
  for (const row of rows) {
    const key = `${row.by} ${row.database}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH) }, (_, n) =>
      group.slice(n * BATCH, (n + 1) * BATCH),
    ),
  )
}

/** The gateway's reason is `<code>: <field>: <fault>`. */
function refusalOf(answer: { readonly error?: string; readonly reason?: string }): Refusal {
  const [code = '', field] = (answer.reason ?? '').split(': ')
  const named = /^[a-z][a-z-]+$/.test(code)
  return { problem: named ? code : (answer.error ?? 'refused'), field: named && field ? field : null }
}

function byDocument(rows: readonly LedgerRow[]): Record<string, string[]> {
  const asked: Record<string, string[]> = {}
  for (const { id, rev } of rows) asked[id] = [...(asked[id] ?? []), rev]
  return asked
}

/** Sends what the hub lacks of this desk's records. Only the hub's own answer about a revision confirms it (LG2). */
export async function push(needs: PushNeeds): Promise<Pushed> {
  const { hub, ledger } = needs
  const signInNeeded = new Set<string>()
  let confirmed = 0

  /** Asks the hub which of the rows it lacks; the others are confirmed by that. */
  async function lackingAtHub(token: string, rows: readonly LedgerRow[]): Promise<readonly LedgerRow[]> {
    const [first] = rows
    if (!first) return []
    const missing = await hub.missing(token, first.database, byDocument(rows))
    const lacking = rows.filter(({ id, rev }) => missing[id]?.missing.includes(rev))
    const held = rows.filter((row) => !lacking.includes(row))
    await ledger.confirm(held)
    confirmed += held.length
    return lacking
  }

  async function offer(token: string, rows: readonly LedgerRow[]): Promise<void> {
    const lacking = await lackingAtHub(token, rows)
    const [first] = lacking
    if (!first) return
    const docs = await needs.revisions(first.database, lacking)
    const answers = await hub.write(token, first.database, docs)
    const refused = new Map(answers.filter((one) => one.error).map((one) => [one.id, refusalOf(one)]))
    for (const row of await lackingAtHub(token, lacking)) {
      const refusal = refused.get(row.id)
      if (refusal) await ledger.setAside(row, refusal.problem, refusal.field, needs.now())
      else throw new HubTrouble('refused', 0, 'not-kept')
    }
  }

  async function standsAlone(row: LedgerRow, trouble: HubTrouble): Promise<void> {
    if (trouble.status === 404) return
    if (trouble.kind === 'hub-failed' && !(await hub.alive())) throw trouble
    await ledger.setAside(row, trouble.problem ?? trouble.kind, trouble.field, needs.now())
  }

  /** A refusal of the whole database needs no halving: a slice that is not there yet waits, a right that is gone says so. */
  async function offerBatch(token: string, batch: readonly LedgerRow[]): Promise<void> {
    try {
      await offer(token, batch)
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble?.status === 404) return
      if (trouble?.status !== 403) throw error
      for (const row of batch) await ledger.setAside(row, trouble.problem ?? 'refused', null, needs.now())
    }
  }

  for (const batch of batchesOf(await ledger.waiting())) {
    const by = batch[0]?.by ?? ''
    const token = await needs.tokenOf(by)
    if (!token) signInNeeded.add(by)
    if (!token || signInNeeded.has(by)) continue
    try {
      await offerHalving(batch, (part) => offerBatch(token, part), standsAlone)
    } catch (error) {
      if (troubleOf(error)?.status !== 401) throw error
      await needs.tokenRefused(by, token)
      signInNeeded.add(by)
    }
  }
  return { confirmed, signInNeeded: [...signInNeeded] }
}
