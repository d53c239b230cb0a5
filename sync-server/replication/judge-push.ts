import type { DatabaseRef } from '../../shared/access/databases.ts'
import { formOf } from './document-form.ts'
import { aheadOf, judgeDocument, type Author, type Judged } from './judge-document.ts'
import { judgeHistory } from './judge-history.ts'

/** A refused document as CouchDB words it; the reason is `<problem code>: <field>: <fault>`. */
export type DocumentRefusal = {
  readonly id: string
  readonly rev: string
  readonly error: 'forbidden'
  readonly reason: string
}

/** A document that passed the first half of the guard, as the text that will be sent on. */
export type Candidate = Pick<Judged, 'definition' | 'history'> & {
  readonly id: string
  readonly text: string
  /** Milliseconds by which its stamps lie ahead of the hub's clock, where that is to be noted. */
  readonly ahead: number | undefined
}

export type Sorted = {
  readonly candidates: readonly Candidate[]
  readonly refusals: readonly DocumentRefusal[]
}

function textOf(doc: unknown, field: '_id' | '_rev'): string {
  const value = typeof doc === 'object' && doc !== null ? (doc as Record<string, unknown>)[field] : undefined
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

function refusal(id: string, rev: string, problem: string, field: string, fault: string): DocumentRefusal {
  return { id, rev, error: 'forbidden', reason: `${problem}: ${field}: ${fault}` }
}

/** The first half of the guard on a whole push: what can be said of each document by itself. */
export function sortDocuments(
  docs: readonly unknown[],
  author: Author,
  database: DatabaseRef,
  nowMs: number,
): Sorted {
  const candidates: Candidate[] = []
  const refusals: DocumentRefusal[] = []
  for (const doc of docs) {
    const [id, rev] = [textOf(doc, '_id'), textOf(doc, '_rev')]
    const form = formOf(doc)
    if (!form.ok) {
      refusals.push(refusal(id, rev, form.problem, form.field, form.fault))
      continue
    }
    const verdict = judgeDocument(doc, author, database)
    if (!verdict.ok) refusals.push(refusal(id, rev, verdict.problem, verdict.field, verdict.fault))
    else
      candidates.push({
        ...verdict,
        id,
        text: form.text,
        ahead: aheadOf(doc as Record<string, unknown>, nowMs),
      })
  }
  return { candidates, refusals }
}

/** What the hub holds of the pushed ids. */
export type Holdings = {
  /** The revision that the hub shows, by id; a deleted one included. */
  readonly winners: ReadonlyMap<string, string>
  /** Of the pushed revisions, those that the hub has, as `<id> <revision>`; asked only where it matters. */
  readonly held: ReadonlySet<string>
}

export function revisionKey(id: string, revision: string): string {
  return `${id} ${revision}`
}

/** Candidates of which it must be known whether the hub holds exactly that revision (rules GW9, GW11). */
export function toCompare(
  candidates: readonly Candidate[],
  winners: Holdings['winners'],
): readonly Candidate[] {
  return candidates.filter(({ id, definition }) => definition.change !== 'edited' && winners.has(id))
}

export type PushVerdict = {
  readonly accepted: readonly Candidate[]
  readonly refusals: readonly DocumentRefusal[]
  /** Ids that now stand there with more than one leaf. */
  readonly conflicts: readonly string[]
}

/** The second half of the guard: each document against what the hub holds and what went before it in the push. */
export function judgeHoldings(candidates: readonly Candidate[], { winners, held }: Holdings): PushVerdict {
  const present = new Map(winners)
  const known = new Set(held)
  const accepted: Candidate[] = []
  const refusals: DocumentRefusal[] = []
  const conflicts = new Set<string>()
  for (const candidate of candidates) {
    const { id, history, definition } = candidate
    const key = revisionKey(id, history.revision)
    const verdict = judgeHistory(definition.change, history, {
      revision: known.has(key),
      winner: present.get(id),
    })
    if (!verdict.ok) {
      refusals.push(refusal(id, history.revision, verdict.problem, verdict.field, verdict.fault))
      continue
    }
    accepted.push(candidate)
    known.add(key)
    if (verdict.meetsAnother) conflicts.add(id)
    else present.set(id, history.revision)
  }
  return { accepted, refusals, conflicts: [...conflicts] }
}
