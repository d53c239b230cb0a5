import { HEADER_FIELDS } from '../documents/define-document.ts'
import { canonicalText } from './canonical-text.ts'
import type { Stamp } from './stamp.ts'

export type WrittenValue = { readonly stamp: Stamp; readonly value: unknown }
/** A value that was written to a field, with the values its writer saw there before. */
export type Candidate = WrittenValue & { readonly replaced: readonly WrittenValue[] }

/** An editable record as far as merging looks at it; a revision of it is a leaf. */
export type EditableBody = {
  readonly stamps: Readonly<Record<string, Stamp>>
  readonly replaced?: Readonly<Record<string, readonly WrittenValue[]>> | undefined
  readonly lost?: Readonly<Record<string, readonly Candidate[]>> | undefined
  readonly [field: string]: unknown
}

/** What merging decides; the header of the record that carries it (`by`, `at`, `merges` …) is set by its writer. */
export type MergedContent = {
  readonly fields: Readonly<Record<string, unknown>>
  readonly stamps: Readonly<Record<string, Stamp>>
  readonly replaced?: Readonly<Record<string, readonly WrittenValue[]>>
  readonly lost?: Readonly<Record<string, readonly Candidate[]>>
}

/** The fields that are content, in one order everywhere. */
export function contentFields(body: EditableBody): readonly string[] {
  return Object.keys(body)
    .filter((field) => !HEADER_FIELDS.has(field))
    .sort()
}

/** Content without its revision, author and moment: what two leaves must agree on to be the same record. */
export function contentOf(body: EditableBody): MergedContent {
  return mergeLeaves([body])
}

function candidatesIn(body: EditableBody, field: string): readonly Candidate[] {
  const stamp = body.stamps[field]
  const lost = body.lost?.[field] ?? []
  if (!stamp || !(field in body)) return lost
  return [{ stamp, value: body[field], replaced: body.replaced?.[field] ?? [] }, ...lost]
}

function newestFirst(a: WrittenValue, b: WrittenValue): number {
  if (a.stamp !== b.stamp) return a.stamp > b.stamp ? -1 : 1
  const [left, right] = [canonicalText(a.value), canonicalText(b.value)]
  if (left === right) return 0
  return left > right ? -1 : 1
}

function distinct<Written extends WrittenValue>(written: readonly Written[]): readonly Written[] {
  const sorted = [...written].sort(newestFirst)
  return sorted.filter((one, index) => {
    const before = sorted[index - 1]
    return !before || newestFirst(before, one) !== 0
  })
}

/** The candidates that no other candidate was written over: the winner first, then what lost to it. */
function standing(candidates: readonly Candidate[]): readonly Candidate[] {
  const replaced = new Set(candidates.flatMap((one) => one.replaced.map((written) => written.stamp)))
  return distinct(candidates).filter((one) => !replaced.has(one.stamp))
}

/**
 * Merges the leaves of one record field by field. Of values written without knowledge of each other the one with
 * the latest stamp is shown and the others stay readable in `lost`; a value that somebody knowingly typed over is
 * gone for good, whatever the clock of its writer said. The result does not depend on the order in which leaves are
 * merged, on how they are grouped, or on merging one twice (rules MG1-MG4 in RULES.md).
 */
export function mergeLeaves(leaves: readonly EditableBody[]): MergedContent {
  const names = [
    ...new Set(leaves.flatMap((leaf) => [...contentFields(leaf), ...Object.keys(leaf.lost ?? {})])),
  ].sort()
  const fields: Record<string, unknown> = {}
  const stamps: Record<string, Stamp> = {}
  const replaced: Record<string, readonly WrittenValue[]> = {}
  const lost: Record<string, readonly Candidate[]> = {}
  for (const name of names) {
    const [winner, ...losers] = standing(leaves.flatMap((leaf) => candidatesIn(leaf, name)))
    if (!winner) continue
    fields[name] = winner.value
    stamps[name] = winner.stamp
    if (winner.replaced.length > 0) replaced[name] = winner.replaced
    if (losers.length > 0) lost[name] = losers
  }
  return {
    fields,
    stamps,
    ...(Object.keys(replaced).length > 0 ? { replaced } : {}),
    ...(Object.keys(lost).length > 0 ? { lost } : {}),
  }
}

/** Values of a field with consequences that were written at once and differ; empty when nothing is disputed. */
export function disputedValues(body: EditableBody, field: string): readonly Candidate[] {
  const candidates = standing(candidatesIn(body, field))
  const texts = new Set(candidates.map((one) => canonicalText(one.value)))
  return texts.size > 1 ? candidates : []
}

/**
 * The value reports count with: the present one, or while it is disputed the newest one that every disputing
 * writer had seen; `undefined` where they had none in common.
 */
export function undisputedValue(body: EditableBody, field: string): unknown {
  const candidates = disputedValues(body, field)
  if (candidates.length === 0) return body[field]
  const [first, ...rest] = candidates.map((one) => [one, ...one.replaced])
  const common = (first ?? []).filter((seen) =>
    rest.every((other) => other.some((one) => one.stamp === seen.stamp)),
  )
  return [...common].sort(newestFirst)[0]?.value
}
