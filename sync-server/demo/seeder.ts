import { parseDatabaseName } from '../../shared/access/databases.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { canonicalText } from '../../shared/sync/canonical-text.ts'
import type { Couch, StoredDocument } from '../couch/couch.ts'
import { prepareDistrict, prepareFacility } from '../couch/facility-databases.ts'
import { madeDistrict, type DistrictPart, type DistrictPlan, type MadeDatabase } from './district.ts'
import type { MadeDocument } from './demo-desks.ts'

const BATCH = 1000

/** What is being done, and how many documents that was so far. */
export type SeedReport = (doing: string, documents: number) => void

export type SeedResult =
  | { readonly ok: true; readonly documents: number }
  /** The hub holds another document under an id of this district: it was begun by another release. */
  | { readonly ok: false; readonly problem: 'made-otherwise'; readonly id: string }

type Seeding = { readonly couch: Couch; readonly report: SeedReport; written: number; checked: number }

/** Writes what is missing. A document that is there already is left as it is; the check compares it afterwards. */
async function writeDatabase(seeding: Seeding, { name, documents }: MadeDatabase): Promise<void> {
  await seeding.couch.createDatabase(name)
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH)
    const results = await seeding.couch.bulkWrite(name, batch)
    const refused = results.find((result) => !result.ok && result.error !== 'conflict')
    if (refused) throw new Error(`the hub refused ${refused.id.replace(/:.*/, '')} in ${name}`)
    seeding.written += batch.length
    seeding.report('writing', seeding.written)
  }
}

/** Whether a document is one of its type by the schema, and exactly what was made. */
function isAsMade(stored: StoredDocument, made: MadeDocument): boolean {
  if (canonicalText({ ...stored, _rev: undefined }) !== canonicalText(made)) return false
  const reading = DOCUMENT_TYPES.get(made.type)?.read(stored)
  if (!reading?.ok)
    throw new Error(`a ${made.type} of the demo breaks its schema: ${canonicalText(reading ?? null)}`)
  return true
}

/** Reads a database back whole. `undefined` where all is well, else the id of the first that is not as made. */
async function firstFault(seeding: Seeding, { name, documents }: MadeDatabase): Promise<string | undefined> {
  const ids = documents.map((made) => made._id)
  for (let from = 0; from < documents.length; from += BATCH) {
    const rows = await seeding.couch.allDocs(name, { keys: ids.slice(from, from + BATCH), includeDocs: true })
    const stored = new Map(rows.map((row) => [row.id, row.doc]))
    for (const made of documents.slice(from, from + BATCH)) {
      const doc = stored.get(made._id)
      if (!doc || !isAsMade(doc, made)) return made._id
    }
    seeding.checked += Math.min(BATCH, documents.length - from)
  }
  return undefined
}

async function firstFaultOf(seeding: Seeding, part: DistrictPart | undefined): Promise<string | undefined> {
  for (const database of part?.databases ?? []) {
    const fault = await firstFault(seeding, database)
    if (fault !== undefined) return fault
  }
  return undefined
}

async function writePart(seeding: Seeding, part: DistrictPart): Promise<void> {
  for (const database of part.databases) await writeDatabase(seeding, database)
}

/** Rights and second locks, for the databases as they now are. */
async function closeDatabases(couch: Couch): Promise<void> {
  await prepareDistrict(couch)
  const refs = (await couch.databaseNames()).flatMap((name) => parseDatabaseName(name) ?? [])
  const facilities = new Set(refs.flatMap((ref) => ('facility' in ref ? [ref.facility] : [])))
  for (const facility of [...facilities].sort()) {
    const years = refs.flatMap((ref) => ('year' in ref && ref.facility === facility ? [ref.year] : []))
    await prepareFacility(couch, facility, [...new Set(years)].sort())
  }
}

/**
 * Writes a district into an empty or half-made hub and reads every document back: it must be of its schema and
 * exactly as made. While one clinic is written, the one before it is checked. Rights and locks come at the end: until
 * then only the administrator can reach the databases at all.
 */
export async function seedDistrict(
  couch: Couch,
  plan: DistrictPlan,
  report: SeedReport,
): Promise<SeedResult> {
  const seeding: Seeding = { couch, report, written: 0, checked: 0 }
  let before: DistrictPart | undefined
  for await (const part of madeDistrict(plan)) {
    const [fault] = await Promise.all([firstFaultOf(seeding, before), writePart(seeding, part)])
    if (fault !== undefined) return { ok: false, problem: 'made-otherwise', id: fault }
    before = part
  }
  const fault = await firstFaultOf(seeding, before)
  if (fault !== undefined) return { ok: false, problem: 'made-otherwise', id: fault }
  report('read back and checked', seeding.checked)
  await closeDatabases(couch)
  return { ok: true, documents: seeding.written }
}
