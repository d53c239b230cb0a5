import { databaseName } from '../../shared/access/databases.ts'
import { epochMsOf, type Instant } from '../../shared/calendar/instant.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { hashOf } from '../accounts/secrets.ts'
import type { Couch, StoredDocument } from '../couch/couch.ts'
import type { SealingKey } from '../keys/hub-keys.ts'
import type { DocumentProblem, ParcelProblem } from '../problems.ts'
import { aheadOf } from '../replication/judge-document.ts'
import { sessionOf } from '../sessions/known-caller.ts'
import { homeOf, judgeDropped, judgeToken } from './judge-parcel.ts'
import { openParcel, type Parcel } from './open-parcel.ts'

export type DropNeeds = {
  readonly accounts: Pick<AccountStore, 'account' | 'desk' | 'session' | 'write'>
  readonly couch: Pick<Couch, 'get' | 'bulkWrite'>
  readonly sealing: readonly SealingKey[]
  /** Told of a document whose stamp lies far ahead (rule GW14); never a reason to refuse. */
  readonly noteAhead: (database: string, device: string, milliseconds: number) => void
}

/** What became of the parcels: in the registry, kept sealed until somebody decides, or refused and left at the desk. */
export type DropAnswer = {
  readonly stored: readonly string[]
  readonly kept: readonly { readonly id: string; readonly problem: ParcelProblem }[]
  readonly refused: readonly {
    readonly id: string
    readonly problem: DocumentProblem
    readonly field: string
  }[]
}

type Fate =
  | { readonly fate: 'stored' }
  | { readonly fate: 'kept'; readonly problem: ParcelProblem }
  | { readonly fate: 'refused'; readonly problem: DocumentProblem; readonly field: string }

type Raw = Readonly<Record<string, unknown>>

/** One text for equal content, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === '_rev') return undefined
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function fateOfHeld(held: StoredDocument, doc: Raw): Fate {
  if (canonical(held) === canonical(doc)) return { fate: 'stored' }
  return { fate: 'refused', problem: 'already-written', field: '_id' }
}

/** Writes a fact once: handed over again it is found and confirmed again (rule DR6). */
async function storeOnce(couch: DropNeeds['couch'], database: string, id: string, doc: Raw): Promise<Fate> {
  const held = await couch.get(database, id)
  if (held) return fateOfHeld(held, doc)
  const [result] = await couch.bulkWrite(database, [doc])
  if (result?.ok) return { fate: 'stored' }
  const meanwhile = result?.error === 'conflict' ? await couch.get(database, id) : undefined
  if (meanwhile) return fateOfHeld(meanwhile, doc)
  return { fate: 'refused', problem: 'not-valid', field: '_id' }
}

async function keep(
  needs: DropNeeds,
  parcel: Parcel,
  device: string,
  problem: ParcelProblem,
  now: Instant,
): Promise<Fate> {
  // A parcel that is kept already answers with a conflict, and stays as it is.
  await needs.accounts.write({
    _id: `kept-parcel:${hashOf(`${parcel.kid}\n${parcel.id}\n${parcel.sealed}`)}`,
    type: 'kept-parcel',
    parcel,
    device,
    receivedAt: now,
    problem,
  })
  return { fate: 'kept', problem }
}

async function take(needs: DropNeeds, parcel: Parcel, device: string, now: Instant): Promise<Fate> {
  const opened = await openParcel(parcel, needs.sealing)
  if (!opened.ok) return keep(needs, parcel, device, opened.problem, now)
  const { document, token } = opened.content
  const vouched = judgeToken(await sessionOf(needs.accounts, token), document['at'])
  if (!vouched.ok) return keep(needs, parcel, device, vouched.problem, now)
  const verdict = judgeDropped(parcel.id, document, vouched.author)
  if (!verdict.ok) return { fate: 'refused', problem: verdict.problem, field: verdict.field }
  const home = homeOf(vouched.author)
  if (!home) throw new Error('a judged parcel has a clinic')
  const ahead = aheadOf(document, epochMsOf(now))
  if (ahead !== undefined) needs.noteAhead(databaseName(home), vouched.author.device, ahead)
  return storeOnce(needs.couch, databaseName(home), parcel.id, document)
}

/** Opens, judges and stores what a desk hands over, each parcel by itself (rules DR1 to DR7). */
export async function takeParcels(
  needs: DropNeeds,
  parcels: readonly Parcel[],
  device: string,
  now: Instant,
): Promise<DropAnswer> {
  const answer = {
    stored: [] as string[],
    kept: [] as DropAnswer['kept'][number][],
    refused: [] as DropAnswer['refused'][number][],
  }
  for (const parcel of parcels) {
    const fate = await take(needs, parcel, device, now)
    if (fate.fate === 'stored') answer.stored.push(parcel.id)
    else if (fate.fate === 'kept') answer.kept.push({ id: parcel.id, problem: fate.problem })
    else answer.refused.push({ id: parcel.id, problem: fate.problem, field: fate.field })
  }
  return answer
}
