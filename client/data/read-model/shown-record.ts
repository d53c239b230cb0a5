import { DOCUMENT_TYPES } from '../../../shared/documents/document-types.ts'
import { mergeLeaves, type EditableBody } from '../../../shared/sync/merge-leaves.ts'

/** A document out of a replica, opened. Its type's schema has not been asked again: it was at every door. */
export type HeldDocument = {
  readonly _id: string
  readonly _rev: string
  readonly type: string
  readonly schema: number
  readonly [field: string]: unknown
}

/** All revisions of a document that stand, the winner first. */
export type Leaves = readonly [HeldDocument, ...HeldDocument[]]

function isEditable(doc: HeldDocument): doc is HeldDocument & EditableBody {
  return typeof doc['stamps'] === 'object' && doc['stamps'] !== null
}

/** A document of an older schema brought up to date; one of a newer schema as it is, to be shown and not edited. */
export function brought(doc: HeldDocument): HeldDocument {
  const definition = DOCUMENT_TYPES.get(doc.type)
  if (!definition || definition.version <= doc.schema) return doc
  const reading = definition.read(doc)
  return reading.ok ? (reading.doc as unknown as HeldDocument) : doc
}

/** The leaves that still say something of their own: those that no other leaf's `merges` lists. The winner stays. */
export function standingLeaves(leaves: Leaves): Leaves {
  const [winner, ...others] = leaves
  const merged = new Set(
    leaves.flatMap((leaf) => (Array.isArray(leaf['merges']) ? (leaf['merges'] as string[]) : [])),
  )
  return [winner, ...others.filter((leaf) => !merged.has(leaf._rev))]
}

/** One record as the screens show it: the merge of its leaves under the winner's revision (`design.md` 4). */
export function shownRecord(leaves: Leaves): HeldDocument {
  const standing = standingLeaves(leaves).map(brought) as unknown as Leaves
  const [winner, ...others] = standing
  if (others.length === 0 || !standing.every(isEditable)) return winner
  const { fields, ...kept } = mergeLeaves(standing)
  const header = Object.entries(winner).filter(([name]) => name !== 'replaced' && name !== 'lost')
  return { ...(Object.fromEntries(header) as HeldDocument), ...fields, ...kept }
}
