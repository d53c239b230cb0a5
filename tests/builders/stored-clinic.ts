import { databaseFor, databaseName } from '../../shared/access/databases.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { typeOfId } from '../../shared/documents/ids.ts'
import type { AnyDocument } from './clinic-documents.ts'
import { FACILITY, type TestHub } from './hub.ts'

/** Stores documents of the clinic where their types live, past the guards, as a hub holds them. */
export async function store(hub: TestHub, documents: readonly AnyDocument[]): Promise<void> {
  const byDatabase = new Map<string, AnyDocument[]>()
  for (const document of documents) {
    const type = typeOfId(document._id)
    const kind = DOCUMENT_TYPES.get(type)?.database ?? 'registry'
    const year = Number(/:(\d{4})-\d{2}-\d{2}:/.exec(document._id)?.[1] ?? '2026')
    const name = databaseName(databaseFor(kind, FACILITY, year))
    byDatabase.set(name, [...(byDatabase.get(name) ?? []), document])
  }
  for (const [name, docs] of byDatabase) {
    const results = await hub.registry().couch.bulkWrite(name, docs)
    const failed = results.find((result) => !result.ok)
    if (failed) throw new Error(`${name}: ${JSON.stringify(failed)}`)
  }
}
