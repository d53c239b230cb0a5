import { canonicalText } from './canonical-text.ts'
import type { Instant } from '../calendar/instant.ts'
import {
  contentFields,
  mergeLeaves,
  type Candidate,
  type EditableBody,
  type WrittenValue,
} from './merge-leaves.ts'
import { nextStamp, type Stamp } from './stamp.ts'

/** Values that one field was written over are kept that far back. */
const KEPT_VALUES = 20

/** Who writes, where, and what their clock says. */
export type Authorship = {
  readonly by: string
  readonly device: string
  readonly now: Instant
  /** Unique to the running writer, `1031948-A.k3`. */
  readonly writer: string
  /** The last stamp this writer made. */
  readonly lastStamp: Stamp | undefined
  readonly clockDoubt?: boolean
}

type WholeHeader = {
  readonly by: string
  readonly device: string
  readonly at: Instant
  readonly stamp: Stamp
  readonly clockDoubt?: true
}

function headerFor(author: Authorship, stamp: Stamp): WholeHeader {
  return {
    by: author.by,
    device: author.device,
    at: author.now,
    stamp,
    ...(author.clockDoubt ? { clockDoubt: true as const } : {}),
  }
}

function stampAfter(author: Authorship, seen: readonly Stamp[]): Stamp {
  return nextStamp(author.now, author.writer, author.lastStamp ? [author.lastStamp, ...seen] : seen)
}

/** A new fact that is only added: its content with a whole header. */
export function newFact<Content extends object>(content: Content, author: Authorship): Content & WholeHeader {
  return { ...content, ...headerFor(author, stampAfter(author, [])) }
}

/** A new editable record: its content with a whole header and one stamp for all fields. */
export function newRecord<Content extends object>(
  content: Content,
  author: Authorship,
): Content & WholeHeader & { readonly stamps: Record<string, Stamp> } {
  const stamp = stampAfter(author, [])
  const fields = contentFields({ ...content, stamps: {} })
  return {
    ...content,
    ...headerFor(author, stamp),
    stamps: Object.fromEntries(fields.map((name) => [name, stamp])),
  }
}

function same(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b)
}

function writtenOver(current: Candidate | undefined, others: readonly Candidate[]): readonly WrittenValue[] {
  const all = [...(current ? [current] : []), ...others]
  const seen = new Map<Stamp, WrittenValue>()
  for (const one of all) {
    seen.set(one.stamp, { stamp: one.stamp, value: one.value })
    for (const before of one.replaced) seen.set(before.stamp, before)
  }
  return [...seen.values()].sort((a, b) => (a.stamp > b.stamp ? -1 : 1)).slice(0, KEPT_VALUES)
}

/**
 * A person's edit of a record, given every leaf the desk holds of it (the winner first). The result carries the
 * merged fields plus the changes, a whole new header, and the revisions of the other leaves in `merges`, so that no
 * reader counts them again. Fields that did not change keep their stamps; a changed field's stamp is later than
 * every value it replaces. `undefined` where nothing would change.
 */
export function editRecord<Body extends EditableBody & { readonly _rev?: string | undefined }>(
  leaves: readonly [Body, ...Body[]],
  changes: Readonly<Partial<Body>>,
  author: Authorship,
): Body | undefined {
  const [winner, ...others] = leaves
  const merged = mergeLeaves(leaves)
  const changed = Object.keys(changes).filter(
    (name) => !same(changes[name], merged.fields[name]) || merged.lost?.[name] !== undefined,
  )
  if (changed.length === 0) return undefined

  const replaced: Record<string, readonly WrittenValue[]> = { ...merged.replaced }
  const lost: Record<string, readonly Candidate[]> = { ...merged.lost }
  const stamps: Record<string, Stamp> = { ...merged.stamps }
  const fields: Record<string, unknown> = { ...merged.fields }
  const seen = changed.flatMap((name) => [
    ...(merged.stamps[name] ? [merged.stamps[name]] : []),
    ...(merged.lost?.[name] ?? []).map((one) => one.stamp),
  ])
  const stamp = stampAfter(author, seen)
  for (const name of changed) {
    const before = merged.stamps[name]
    const current = before && {
      stamp: before,
      value: merged.fields[name],
      replaced: merged.replaced?.[name] ?? [],
    }
    const over = writtenOver(current, merged.lost?.[name] ?? [])
    if (over.length > 0) replaced[name] = over
    Reflect.deleteProperty(lost, name)
    stamps[name] = stamp
    fields[name] = changes[name]
  }
  return withContent(winner, others, { fields, stamps, replaced, lost }, headerFor(author, stamp))
}

type Content = {
  readonly fields: Readonly<Record<string, unknown>>
  readonly stamps: Readonly<Record<string, Stamp>>
  readonly replaced?: Readonly<Record<string, readonly WrittenValue[]>>
  readonly lost?: Readonly<Record<string, readonly Candidate[]>>
}

function revisionsOf(leaves: readonly { readonly _rev?: string | undefined }[]): readonly string[] {
  return leaves.flatMap((leaf) => (leaf._rev ? [leaf._rev] : []))
}

function withContent<Body extends EditableBody & { readonly _rev?: string | undefined }>(
  winner: Body,
  others: readonly Body[],
  content: Content,
  header: WholeHeader,
): Body {
  const known = Array.isArray(winner['merges']) ? (winner['merges'] as readonly string[]) : []
  const merges = [...new Set([...known, ...revisionsOf(others)])].sort()
  const body: Record<string, unknown> = { ...content.fields, ...header, stamps: content.stamps }
  for (const name of ['_id', '_rev', 'type', 'schema']) if (name in winner) body[name] = winner[name]
  if (content.replaced && Object.keys(content.replaced).length > 0) body['replaced'] = content.replaced
  if (content.lost && Object.keys(content.lost).length > 0) body['lost'] = content.lost
  if (merges.length > 0) body['merges'] = merges
  return body as unknown as Body
}

/**
 * The hub's resolution of a record's leaves (the winner first; leaves that a `merges` lists left out by the caller):
 * the merged content on the winner's revision. `undefined` where the winner already says all that the others say.
 * The header's stamp is the latest of the leaves', since resolving is not an edit.
 */
export function resolveLeaves<Body extends EditableBody & { readonly _rev?: string | undefined }>(
  leaves: readonly [Body, ...Body[]],
  author: Authorship,
): Body | undefined {
  const [winner, ...others] = leaves
  if (others.length === 0) return undefined
  const merged = mergeLeaves(leaves)
  if (same(merged, mergeLeaves([winner]))) return undefined
  const latest = leaves
    .map((leaf) => leaf['stamp'] as Stamp)
    .sort()
    .at(-1) as Stamp
  return withContent(winner, others, merged, headerFor(author, latest))
}
