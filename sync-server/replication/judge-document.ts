import type { DatabaseRef } from '../../shared/access/databases.ts'
import { epochMsOf, Instant } from '../../shared/calendar/instant.ts'
import type { DocumentDefinition } from '../../shared/documents/define-document.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { typeOfId } from '../../shared/documents/ids.ts'
import type { DocumentProblem } from '../problems.ts'
import { mayWriteType, type Caller } from '../sessions/caller.ts'
import { readHistory, type History } from './revisions.ts'

/** A stamp further ahead of the hub's clock than this is noted (rule GW14). */
export const AHEAD_MS = 10 * 60_000

export type Author = Pick<Caller, 'username' | 'device' | 'grants'>

export type Refused = {
  readonly ok: false
  readonly problem: DocumentProblem
  readonly field: string
  readonly fault: string
}

export type Judged = {
  readonly ok: true
  readonly definition: DocumentDefinition
  readonly history: History
}

type Raw = Readonly<Record<string, unknown>>

function refused(problem: DocumentProblem, field: string, fault: string): Refused {
  return { ok: false, problem, field, fault }
}

const REPLICATION_FIELDS: ReadonlySet<string> = new Set(['_id', '_rev', '_revisions'])

function hiddenFault(doc: Raw): Refused | undefined {
  if ('_deleted' in doc) return refused('deletion-refused', '_deleted', 'no person and no desk deletes')
  if ('_attachments' in doc) return refused('attachment-refused', '_attachments', 'not accepted')
  const hidden = Object.keys(doc).find((field) => field.startsWith('_') && !REPLICATION_FIELDS.has(field))
  return hidden === undefined ? undefined : refused('hidden-field', '_', 'a field begins with an underscore')
}

const DATED_ID = /^[a-z-]+:(\d{4})-\d{2}-\d{2}:/

function placeFault(definition: DocumentDefinition, id: string, database: DatabaseRef): Refused | undefined {
  if (definition.database !== database.kind) {
    return refused('wrong-database', 'type', `belongs in ${definition.database}`)
  }
  const year = DATED_ID.exec(id)?.[1]
  if ('year' in database && year !== undefined && Number(year) !== database.year) {
    return refused('wrong-year', '_id', `is not of ${String(database.year)}`)
  }
  return undefined
}

function authorFault(doc: Raw, author: Author): Refused | undefined {
  if (doc['by'] !== author.username)
    return refused('author-not-of-token', 'by', 'is not the person signed in')
  if (doc['device'] !== author.device)
    return refused('desk-not-of-token', 'device', 'is not the desk signed in at')
  return undefined
}

function schemaFault(definition: DocumentDefinition, doc: Raw): Refused | undefined {
  const reading = definition.read(doc)
  if (reading.ok) return undefined
  if (reading.problem === 'newer-than-this-app') {
    return refused('newer-than-this-hub', 'schema', `above ${String(definition.version)}`)
  }
  const [first] = reading.faults
  return refused('not-valid', first?.field ?? '_id', first?.fault ?? 'not valid')
}

/**
 * Whether a document is one of ours, whoever wrote it: its type, its schema in any stored version, the database it
 * lies in (rules GW3, GW4, GW12). Shared by the replication guard and the drop box.
 */
export function judgeContent(
  doc: Raw,
  database: DatabaseRef,
): { ok: true; definition: DocumentDefinition } | Refused {
  const hidden = hiddenFault(doc)
  if (hidden) return hidden
  const { _id: id, type } = doc
  const definition = typeof type === 'string' ? DOCUMENT_TYPES.get(type) : undefined
  if (!definition) return refused('type-unknown', 'type', 'is not a type of this registry')
  if (typeof id !== 'string' || typeOfId(id) !== type)
    return refused('not-valid', '_id', 'does not begin with its type')
  const fault = placeFault(definition, id, database) ?? schemaFault(definition, doc)
  return fault ?? { ok: true, definition }
}

/**
 * The first half of the guard on a pushed document: everything that can be said without asking the hub what it
 * holds (rules GW3 to GW6, GW8, GW12).
 */
export function judgeDocument(raw: unknown, author: Author, database: DatabaseRef): Judged | Refused {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refused('not-valid', '_id', 'is not a document')
  }
  const doc = raw as Raw
  const content = judgeContent(doc, database)
  if (!content.ok) return content
  const { definition } = content
  if (!mayWriteType(author.grants, database, definition.type)) {
    return refused('role-may-not-write', 'type', 'not for the roles of this sign-in')
  }
  const unauthored = authorFault(doc, author)
  if (unauthored) return unauthored
  const history = readHistory(doc['_rev'], doc['_revisions'])
  if (!history) return refused('revisions-not-consistent', '_revisions', 'does not fit _rev')
  return { ok: true, definition, history }
}

/** Milliseconds by which the document's latest stamp lies ahead of the hub's clock, where more than allowed. */
export function aheadOf(doc: Raw, nowMs: number): number | undefined {
  const stamps: readonly unknown[] =
    typeof doc['stamps'] === 'object' && doc['stamps'] !== null ? Object.values(doc['stamps']) : []
  const moments = [doc['at'], doc['stamp'], ...stamps].flatMap((value) => {
    const moment = typeof value === 'string' ? Instant.safeParse(value.slice(0, 24)) : undefined
    return moment?.success ? [epochMsOf(moment.data)] : []
  })
  const ahead = Math.max(...moments, nowMs) - nowMs
  return ahead > AHEAD_MS ? ahead : undefined
}
