import { databaseFor, databaseName } from '../../shared/access/databases.ts'
import { timeAt, type Instant, type Zone } from '../../shared/calendar/instant.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { typeOfId, type FacilityCode } from '../../shared/documents/ids.ts'
import type { Couch, StoredDocument } from '../couch/couch.ts'

/** What a list says about a fact: for the clinic's own people only. Never a NIK. */
export type FactWords = {
  readonly on: string
  readonly name: string
  readonly rm: string
  readonly what: string
}

type Clinic = { readonly code: FacilityCode; readonly zone: Zone }

/** Ids asked for at once. */
const CHUNK = 1000
const DATED = /^[a-z-]+:(\d{4}-\d{2}-\d{2}):/
/** The days of the staff are no documents; their ids name the person after the day. */
const STAFF_DAY = /^day:\d{4}-\d{2}-\d{2}:(practitioner:.+)$/
const NOTHING: FactWords = { on: '', name: '', rm: '', what: '' }

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function databaseOf(id: string, facility: FacilityCode, year: number): string | undefined {
  const kind = DOCUMENT_TYPES.get(typeOfId(id))?.database
  return kind && databaseName(databaseFor(kind, facility, Number(DATED.exec(id)?.[1]?.slice(0, 4) ?? year)))
}

/** Documents by id, from whichever of the clinic's databases holds them. */
async function documentsOf(
  couch: Pick<Couch, 'allDocs' | 'databaseNames'>,
  ids: readonly string[],
  facility: FacilityCode,
  year: number,
): Promise<ReadonlyMap<string, StoredDocument>> {
  const present = new Set(await couch.databaseNames())
  const byDatabase = new Map<string, string[]>()
  for (const id of new Set(ids)) {
    const name = databaseOf(id, facility, year)
    if (name === undefined || !present.has(name)) continue
    const list = byDatabase.get(name) ?? []
    list.push(id)
    byDatabase.set(name, list)
  }
  const found = new Map<string, StoredDocument>()
  for (const [name, keys] of byDatabase) {
    for (let start = 0; start < keys.length; start += CHUNK) {
      const rows = await couch.allDocs(name, { keys: keys.slice(start, start + CHUNK), includeDocs: true })
      for (const { id, doc } of rows) if (doc) found.set(id, doc)
    }
  }
  return found
}

function whatOf(doc: StoredDocument, zone: Zone): string {
  switch (doc['type']) {
    case 'condition':
      return `${textOf(doc['code'])} (${doc['rank'] === 'primary' ? 'utama' : 'tambahan'})`
    case 'encounter':
      return [doc['unit'], doc['payer'], doc['kind']].map(textOf).join(', ')
    case 'punch':
      return `${doc['kind'] === 'in' ? 'datang' : 'pulang'} ${timeAt(textOf(doc['punchedAt']) as Instant, zone)}`
    case 'household':
      return textOf(doc['headName'])
    default:
      return ''
  }
}

/** The person of a fact: itself, the patient it names, or the member of the staff. */
function personId(id: string, doc: StoredDocument | undefined): string {
  const staff = STAFF_DAY.exec(id)?.[1]
  if (staff !== undefined) return staff
  return textOf(doc?.['patient']) || textOf(doc?.['practitioner']) || id
}

/** Words for facts by id; a fact whose document is gone or unreadable is described by its id alone. */
export async function describeFacts(
  couch: Pick<Couch, 'allDocs' | 'databaseNames'>,
  ids: readonly string[],
  clinic: Clinic,
  year: number,
): Promise<(id: string) => FactWords> {
  const documents = await documentsOf(couch, ids, clinic.code, year)
  const people = ids.map((id) => personId(id, documents.get(id)))
  const persons = await documentsOf(couch, people, clinic.code, year)
  return (id) => {
    const doc = documents.get(id)
    const person = persons.get(personId(id, doc))
    const on = DATED.exec(id)?.[1] ?? ''
    if (!doc && !person) return { ...NOTHING, on }
    return {
      on,
      name: textOf(person?.['name']),
      rm: textOf(person?.['rm']),
      what: doc ? whatOf(doc, clinic.zone) : '',
    }
  }
}
