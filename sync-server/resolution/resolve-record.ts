import { HUB_ACCOUNT } from '../../shared/access/roles.ts'
import type { Instant } from '../../shared/calendar/instant.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { typeOfId } from '../../shared/documents/ids.ts'
import { resolveLeaves } from '../../shared/sync/edit-record.ts'
import type { EditableBody } from '../../shared/sync/merge-leaves.ts'
import type { Couch, StoredDocument } from '../couch/couch.ts'

const TRIES = 5

const REPLICATION_FIELDS: ReadonlySet<string> = new Set(['_revisions', '_conflicts'])

type Leaf = EditableBody & { readonly _id: string; readonly _rev: string }

export type Resolution =
  /** Nothing to do: one leaf, or the winner says all already. */
  | 'settled'
  | 'resolved'
  /** A leaf of a newer release, or a merge that its schema does not allow: left as it is for people to see. */
  | 'left'

/** The leaves that count, the winner first: without those that another one's `merges` lists (rule HR2). */
export function openLeaves(leaves: readonly StoredDocument[]): readonly StoredDocument[] {
  const merged = new Set(
    leaves.flatMap((leaf) => (Array.isArray(leaf['merges']) ? (leaf['merges'] as unknown[]) : [])),
  )
  return leaves.filter((leaf, index) => index === 0 || !merged.has(leaf._rev))
}

/** The leaves as the present version of their type, without what replication adds; `undefined` where one is not readable. */
function readLeaves(id: string, leaves: readonly StoredDocument[]): readonly Leaf[] | undefined {
  const definition = DOCUMENT_TYPES.get(typeOfId(id))
  if (definition?.change !== 'edited') return undefined
  const read: Leaf[] = []
  for (const leaf of leaves) {
    const body = Object.fromEntries(Object.entries(leaf).filter(([field]) => !REPLICATION_FIELDS.has(field)))
    const reading = definition.read(body)
    if (!reading.ok) return undefined
    // An edited type has `stamps`, and what is stored has `_rev`; the schemas of all types together do not say so.
    read.push(reading.doc as unknown as Leaf)
  }
  return read
}

/** What the hub would write over a record's leaves; `undefined` where there is nothing to write (rules HR1, HR3). */
export function resolutionOf(
  id: string,
  leaves: readonly StoredDocument[],
  now: Instant,
): { readonly write: Leaf | undefined; readonly outcome: Resolution } {
  const open = openLeaves(leaves)
  if (open.length < 2) return { write: undefined, outcome: 'settled' }
  const [winner, ...others] = readLeaves(id, open) ?? []
  if (!winner) return { write: undefined, outcome: 'left' }
  const author = { by: HUB_ACCOUNT, device: HUB_ACCOUNT, now, writer: HUB_ACCOUNT, lastStamp: undefined }
  const write = resolveLeaves([winner, ...others], author)
  if (!write) return { write: undefined, outcome: 'settled' }
  const valid = DOCUMENT_TYPES.get(typeOfId(id))?.read(write).ok === true
  return valid ? { write, outcome: 'resolved' } : { write: undefined, outcome: 'left' }
}

/** Reads a record's leaves and writes their merge on the winner; when somebody wrote meanwhile, reads again (rule HR4). */
export async function resolveRecord(
  couch: Pick<Couch, 'getLeaves' | 'bulkWrite'>,
  database: string,
  id: string,
  now: Instant,
): Promise<Resolution> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { write, outcome } = resolutionOf(id, await couch.getLeaves(database, id), now)
    if (!write) return outcome
    const [result] = await couch.bulkWrite(database, [write])
    if (result?.ok) return 'resolved'
    if (result?.error !== 'conflict') return 'left'
  }
  return 'left'
}
