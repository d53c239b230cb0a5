import { ulid } from 'ulid'
import { storedSamples } from '../builders/stored-samples.ts'
import { ask, type Door, type Told } from './doors.ts'
import type { Person } from './hub-under-test.ts'

export type Sent = Readonly<Record<string, unknown>> & { readonly _id: string }

/** A revision as CouchDB names it, from its generation and one letter of `a` to `f`. */
export function rev(generation: number, letter: string): string {
  return `${String(generation)}-${letter.repeat(32)}`
}

/** The document as that revision, with the history that leads to it, newest first. */
export function withHistory(doc: Sent, ...history: readonly string[]): Sent {
  const [newest = ''] = history
  const ids = history.map((one) => one.slice(one.indexOf('-') + 1))
  return { ...doc, _rev: newest, _revisions: { start: Number.parseInt(newest, 10), ids } }
}

/** A valid document of that type under a new id, written by that person at their desk. */
export async function documentBy(
  door: Door,
  person: Person,
  type: 'patient' | 'poverty' | 'encounter' | 'condition',
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Sent> {
  const { document } = storedSamples().find((one) => one.type === type)!
  const { device } = await door.passFor(person)
  const [prefix] = /^.*:/.exec(document._id)!
  return { ...document, _id: prefix + ulid(), by: person.username, device, ...changes }
}

/** Pushes revisions as a desk does. */
export function push(door: Door, person: Person, database: string, docs: readonly object[]): Promise<Told> {
  return ask(door, person, 'POST', `/${database}/_bulk_docs`, { docs, new_edits: false })
}

export type Leaf = Sent & {
  readonly _rev: string
  readonly _revisions: { readonly start: number; readonly ids: readonly string[] }
}

/** Every leaf of a document with its history, as that person reads it, in the order of the revisions. */
export async function leavesOf(
  door: Door,
  person: Person,
  database: string,
  id: string,
): Promise<readonly Leaf[]> {
  const path = `/${database}/${encodeURIComponent(id)}?open_revs=all&revs=true`
  const { body } = await ask(door, person, 'GET', path)
  return (body as readonly { readonly ok: Leaf }[])
    .map((one) => one.ok)
    .sort((a, b) => (a._rev < b._rev ? -1 : 1))
}

export function historyOf({ _revisions: { start, ids } }: Leaf): readonly string[] {
  return ids.map((hash, index) => `${String(start - index)}-${hash}`)
}

export async function winnerOf(door: Door, person: Person, database: string, id: string): Promise<Leaf> {
  const { body } = await ask(door, person, 'GET', `/${database}/${encodeURIComponent(id)}?revs=true`)
  return body as Leaf
}
