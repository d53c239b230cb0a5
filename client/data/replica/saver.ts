import { databaseFor, databaseName } from '../../../shared/access/databases.ts'
import { DOCUMENT_TYPES } from '../../../shared/documents/document-types.ts'
import type { FieldFault } from '../../../shared/documents/define-document.ts'
import { editRecord, newFact, newRecord, type Authorship } from '../../../shared/sync/edit-record.ts'
import type { EditableBody } from '../../../shared/sync/merge-leaves.ts'
import type { Stamp } from '../../../shared/sync/stamp.ts'
import type { StoredDocument } from '../codec/sealed-document.ts'
import { brought, standingLeaves, type HeldDocument, type Leaves } from '../read-model/shown-record.ts'
import type { Desk } from './desk.ts'

/** A document ready to be saved, or the fields at fault. */
export type Built =
  | { readonly ok: true; readonly doc: StoredDocument & { readonly _rev?: string } }
  | { readonly ok: false; readonly fields: readonly string[] }

type Content = {
  readonly _id: string
  readonly type: string
  readonly schema: number
  readonly [field: string]: unknown
}

/** Builds, checks and saves what the person who sits here writes. */
export type Saver = {
  /** A new editable record. */
  readonly record: (content: Content) => Built
  /** A new fact that is only added. */
  readonly fact: (content: Content) => Built
  /** An edit on all leaves that the desk holds; `undefined` where nothing would change. */
  readonly edit: (leaves: Leaves, changes: Readonly<Record<string, unknown>>) => Built | undefined
  /** The database of this clinic for that kind and, where it is yearly, that year. */
  readonly database: (kind: 'registry' | 'visits' | 'clinical', year: number) => string
  /** Saves, all or nothing, on the disk before it answers. `false` where another tab wrote the same record first. */
  readonly commit: (database: string, docs: readonly StoredDocument[]) => Promise<boolean>
}

function fieldsOf(faults: readonly FieldFault[]): readonly string[] {
  return [...new Set(faults.map((fault) => fault.field))]
}

export function saverOf(desk: Desk, writer: () => string): Saver {
  let lastStamp: Stamp | undefined

  function author(): Authorship {
    const [enrolment, person] = [desk.seats.enrolment(), desk.seats.person()]
    if (!enrolment || !person) throw new Error('a save with nobody at the desk')
    const now = desk.clock.now()
    const clockDoubt = desk.clock.doubtful()
    return { by: person.username, device: enrolment.device, now, writer: writer(), lastStamp, clockDoubt }
  }

  /** The only way into a replica: the schema of the document's type has accepted it. */
  function checked(doc: object): Built {
    const { type, stamp } = doc as { readonly type: string; readonly stamp: Stamp }
    const definition = DOCUMENT_TYPES.get(type)
    if (!definition) throw new Error(`no document type ${type}`)
    const reading = definition.read(doc)
    if (!reading.ok)
      return { ok: false, fields: reading.problem === 'not-valid' ? fieldsOf(reading.faults) : [] }
    lastStamp = stamp
    return { ok: true, doc: reading.doc as unknown as StoredDocument }
  }

  return {
    record: (content) => checked(newRecord(content, author())),
    fact: (content) => checked(newFact(content, author())),
    edit(leaves, changes) {
      const bodies = standingLeaves(leaves).map(brought) as unknown as [
        HeldDocument & EditableBody,
        ...(HeldDocument & EditableBody)[],
      ]
      const edited = editRecord(bodies, changes, author())
      return edited && checked(edited)
    },
    database(kind, year) {
      const facility = desk.seats.enrolment()?.facility
      if (!facility) throw new Error('a database of no clinic')
      return databaseName(databaseFor(kind, facility, year))
    },
    async commit(database, docs) {
      const saved = await desk.replica(database).save(docs)
      if (saved.some((one) => !one.ok && !one.conflict)) throw new Error('a document was not saved')
      if (saved.some((one) => !one.ok)) return false
      desk.clock.saved(desk.clock.now())
      desk.followSoon(database, desk.wantSync)
      return true
    },
  }
}
