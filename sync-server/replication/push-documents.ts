import { databaseName, type DatabaseRef } from '../../shared/access/databases.ts'
import { CouchFailure, type Couch } from '../couch/couch.ts'
import type { Caller } from '../sessions/caller.ts'
import { inTurn } from './in-turn.ts'
import {
  judgeHoldings,
  revisionKey,
  sortDocuments,
  toCompare,
  type Candidate,
  type DocumentRefusal,
  type Holdings,
} from './judge-push.ts'

/** Years for which a slice may be made when a document of that year arrives; the hub's own today plays no part. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2099

export type PersonRequest = { readonly method: 'POST'; readonly path: string; readonly body: string }
/** Asks the databases under the person's own two-minute token. */
export type AskAsPerson = (caller: Caller, request: PersonRequest) => Promise<Response>

export type PushNeeds = {
  readonly couch: Pick<Couch, 'allDocs' | 'ensureDatabase'>
  readonly askAsPerson: AskAsPerson
  /** Told once for each document whose stamps lie far ahead (rule GW14); never a reason to refuse. */
  readonly noteAhead: (database: string, device: string, milliseconds: number) => void
  /** Told which ids now have several leaves. */
  readonly noteConflicts: (database: string, ids: readonly string[]) => void
}

export type PushAnswer =
  | { readonly ok: true; readonly rows: readonly unknown[] }
  /** The hub did not take the accepted documents: its own answer. */
  | { readonly ok: false; readonly status: number; readonly body: unknown }

export type Push = (
  caller: Caller,
  database: DatabaseRef,
  docs: readonly unknown[],
  nowMs: number,
) => Promise<PushAnswer>

async function winnersOf(
  couch: PushNeeds['couch'],
  name: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  try {
    const rows = await couch.allDocs(name, { keys: [...new Set(ids)] })
    return new Map(rows.map((row) => [row.id, row.rev]))
  } catch (error) {
    if (error instanceof CouchFailure && error.problem === 'no-such-database') return new Map()
    throw error
  }
}

type RevsDiff = Readonly<Record<string, { readonly missing?: readonly string[] }>>

export function pusher(needs: PushNeeds): Push {
  const turn = inTurn()

  async function heldOf(
    caller: Caller,
    name: string,
    compared: readonly Candidate[],
  ): Promise<ReadonlySet<string>> {
    if (compared.length === 0) return new Set()
    const asked = new Map<string, string[]>()
    for (const { id, history } of compared) asked.set(id, [...(asked.get(id) ?? []), history.revision])
    const body = JSON.stringify(Object.fromEntries(asked))
    const response = await needs.askAsPerson(caller, { method: 'POST', path: `/${name}/_revs_diff`, body })
    if (!response.ok) throw new CouchFailure('couch-refused', response.status, '_revs_diff')
    const missing = (await response.json()) as RevsDiff
    const held = compared.filter(({ id, history }) => !missing[id]?.missing?.includes(history.revision))
    return new Set(held.map(({ id, history }) => revisionKey(id, history.revision)))
  }

  async function holdingsOf(
    caller: Caller,
    name: string,
    candidates: readonly Candidate[],
  ): Promise<Holdings> {
    const winners = await winnersOf(
      needs.couch,
      name,
      candidates.map(({ id }) => id),
    )
    return { winners, held: await heldOf(caller, name, toCompare(candidates, winners)) }
  }

  /** A slice of a year that the hub lacks yet is made when its first good document arrives. */
  async function makeSlice(database: DatabaseRef): Promise<void> {
    if (!('year' in database) || database.year < FIRST_YEAR || database.year > LAST_YEAR) return
    await needs.couch.ensureDatabase(database)
  }

  async function send(
    caller: Caller,
    database: DatabaseRef,
    accepted: readonly Candidate[],
  ): Promise<Response> {
    const body = `{"docs":[${accepted.map(({ text }) => text).join(',')}],"new_edits":false}`
    const request: PersonRequest = { method: 'POST', path: `/${databaseName(database)}/_bulk_docs`, body }
    const response = await needs.askAsPerson(caller, request)
    if (response.status !== 404 || !('year' in database)) return response
    await makeSlice(database)
    return needs.askAsPerson(caller, request)
  }

  return async (caller, database, docs, nowMs) => {
    const name = databaseName(database)
    const { candidates, refusals } = sortDocuments(docs, caller, database, nowMs)
    const stored = await turn(name, async () => {
      const verdict = judgeHoldings(candidates, await holdingsOf(caller, name, candidates))
      const response =
        verdict.accepted.length > 0 ? await send(caller, database, verdict.accepted) : undefined
      return { verdict, response }
    })
    const all: readonly DocumentRefusal[] = [...refusals, ...stored.verdict.refusals]
    if (!stored.response) return { ok: true, rows: all }
    const body: unknown = await stored.response.json()
    if (!stored.response.ok || !Array.isArray(body))
      return { ok: false, status: stored.response.status, body }

    for (const { ahead } of stored.verdict.accepted) {
      if (ahead !== undefined) needs.noteAhead(name, caller.device, ahead)
    }
    if (stored.verdict.conflicts.length > 0) needs.noteConflicts(name, stored.verdict.conflicts)
    return { ok: true, rows: [...all, ...(body as readonly unknown[])] }
  }
}
