import { HouseholdDocument, type Household } from '../../../shared/documents/household.ts'
import { KnownConditionDocument, type KnownCondition } from '../../../shared/documents/known-condition.ts'
import { PatientDocument, type Patient } from '../../../shared/documents/patient.ts'
import { SeenBeforeDocument, type SeenBefore } from '../../../shared/documents/seen-before.ts'
import type { Reading } from '../../../shared/documents/define-document.ts'
import type { Couch, StoredDocument } from '../../couch/couch.ts'

/** What the hub holds of a clinic before an import. */
export type HubRecords = {
  readonly patients: ReadonlyMap<string, Patient>
  readonly households: ReadonlyMap<string, Household>
  readonly seenBefore: ReadonlyMap<string, SeenBefore>
  readonly knownConditions: ReadonlyMap<string, KnownCondition>
  /** Ids that exist in a form this program cannot read; they are left alone. */
  readonly unreadable: ReadonlySet<string>
}

/** The databases that an import reads and writes. */
export type ImportDatabases = {
  readonly registry: string
  readonly visits: string
  readonly clinical: string
}

const PAGE = 2_000

async function everyOf(
  couch: Pick<Couch, 'allDocs'>,
  database: string,
  type: string,
): Promise<readonly StoredDocument[]> {
  const found: StoredDocument[] = []
  const range = { endkey: `${type};`, inclusiveEnd: false, includeDocs: true, limit: PAGE }
  let next = { startkey: `${type}:`, skip: 0 }
  for (;;) {
    const rows = await couch.allDocs(database, { ...range, ...next })
    for (const { doc } of rows) if (doc) found.push(doc)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return found
    next = { startkey: last.id, skip: 1 }
  }
}

/** The clinic's records at the hub, read through their schemas. */
export async function loadHubRecords(
  couch: Pick<Couch, 'allDocs'>,
  databases: ImportDatabases,
): Promise<HubRecords> {
  const unreadable = new Set<string>()

  async function load<Doc>(
    database: string,
    type: string,
    read: (raw: unknown) => Reading<Doc>,
  ): Promise<Map<string, Doc>> {
    const records = new Map<string, Doc>()
    for (const raw of await everyOf(couch, database, type)) {
      const reading = read(raw)
      if (reading.ok) records.set(raw._id, reading.doc)
      else unreadable.add(raw._id)
    }
    return records
  }

  return {
    patients: await load(databases.registry, 'patient', PatientDocument.read),
    households: await load(databases.registry, 'household', HouseholdDocument.read),
    seenBefore: await load(databases.visits, 'seen-before', SeenBeforeDocument.read),
    knownConditions: await load(databases.clinical, 'known-condition', KnownConditionDocument.read),
    unreadable,
  }
}
