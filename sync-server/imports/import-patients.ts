import { createHash } from 'node:crypto'
import { databaseName } from '../../shared/access/databases.ts'
import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { Instant } from '../../shared/calendar/instant.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import type { Authorship } from '../../shared/sync/edit-record.ts'
import type { Couch } from '../couch/couch.ts'
import { clinicKnowledge } from './clinic-knowledge.ts'
import { importIds } from './hub/deterministic-ids.ts'
import { loadHubRecords, type ImportDatabases } from './hub/hub-records.ts'
import { planImport, type ImportPlan, type PlannedDocument } from './hub/plan-import.ts'
import { reportOf, type ImportReport } from './import-report.ts'
import { gatherPersons, type Gathered } from './persons/gather-persons.ts'
import type { ImportProblem } from './reasons.ts'
import { readRegister, type Register } from './rows/read-register.ts'
import { UnreadableFile } from './spreadsheet/sheet.ts'
import { readTableFile } from './spreadsheet/table-file.ts'

/** The account under which an import writes. */
export const IMPORT_ACCOUNT = 'import'

export type ImportCouch = Pick<Couch, 'get' | 'allDocs' | 'bulkWrite' | 'ensureDatabase'>

export type ImportRequest = {
  readonly clinic: Facility
  readonly bytes: Uint8Array
  /** The day from which ages are counted, and after which nothing in the register lies. */
  readonly on: CalendarDate
  /** The year of the databases that take the evidence. */
  readonly year: number
}

export type ImportNeeds = {
  readonly couch: ImportCouch
  /** The moment that the written documents carry. */
  readonly now: Instant
  /** The district's secret for import ids (`importSecret`). */
  readonly secret: string
}

export type ImportResult =
  | { readonly ok: true; readonly report: ImportReport }
  | { readonly ok: false; readonly problem: ImportProblem }

const BATCH = 500
/** How often an import is planned anew when somebody wrote between its reading and its writing. */
const ATTEMPTS = 5

type ReadFile =
  { readonly ok: true; readonly register: Register } | { readonly ok: false; readonly problem: ImportProblem }

async function readFile({ bytes, clinic, on }: ImportRequest, couch: ImportCouch): Promise<ReadFile> {
  const file = readTableFile(bytes)
  if (!file.ok) return file
  const knowledge = await clinicKnowledge(couch, clinic, on)
  try {
    const register = readRegister(file.sheets, knowledge)
    return register.sheets.some((sheet) => sheet.hasTable)
      ? { ok: true, register }
      : { ok: false, problem: 'no-table' }
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problem: error.problem }
    throw error
  }
}

function authorOf(bytes: Uint8Array, now: Instant): Authorship {
  const tag = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { by: IMPORT_ACCOUNT, device: 'import', now, writer: `import.${tag}`, lastStamp: undefined }
}

async function databasesFor({ clinic, year }: ImportRequest, couch: ImportCouch): Promise<ImportDatabases> {
  const facility = clinic.code
  const visits = { kind: 'visits', facility, year } as const
  const clinical = { kind: 'clinical', facility, year } as const
  for (const ref of [visits, clinical]) await couch.ensureDatabase(ref)
  return {
    registry: databaseName({ kind: 'registry', facility }),
    visits: databaseName(visits),
    clinical: databaseName(clinical),
  }
}

function checked(document: PlannedDocument): PlannedDocument {
  const reading = DOCUMENT_TYPES.get(document.type)?.read(document)
  if (!reading?.ok) throw new Error(`an import made a ${document.type} that its schema refuses`)
  return document
}

type Written = 'all' | 'conflict' | 'refused'

async function write(
  couch: ImportCouch,
  database: string,
  documents: readonly PlannedDocument[],
): Promise<Written> {
  let outcome: Written = 'all'
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH).map(checked)
    for (const result of await couch.bulkWrite(database, batch)) {
      if (result.ok) continue
      if (result.error !== 'conflict') return 'refused'
      outcome = 'conflict'
    }
  }
  return outcome
}

function countByType(plan: ImportPlan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { type } of [...plan.registry, ...plan.visits, ...plan.clinical]) {
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return counts
}

async function writePlan(couch: ImportCouch, databases: ImportDatabases, plan: ImportPlan): Promise<Written> {
  const outcomes = [
    await write(couch, databases.registry, plan.registry),
    await write(couch, databases.visits, plan.visits),
    await write(couch, databases.clinical, plan.clinical),
  ]
  return (
    outcomes.find((outcome) => outcome === 'refused') ??
    outcomes.find((outcome) => outcome === 'conflict') ??
    'all'
  )
}

/**
 * Plans and writes until nobody has written in between. A plan made again from what the hub holds then only adds what
 * is missing, so that nothing is doubled; the rows are reported as the first plan saw them.
 */
async function writeGathered(
  gathered: Gathered,
  databases: ImportDatabases,
  request: ImportRequest,
  needs: ImportNeeds,
): Promise<
  { readonly ok: true; readonly plan: ImportPlan } | { readonly ok: false; readonly problem: ImportProblem }
> {
  const planNeeds = {
    ids: importIds(needs.secret, request.clinic.code),
    author: authorOf(request.bytes, needs.now),
    on: request.on,
    goLive: request.clinic.goLive,
  }
  let first: ImportPlan | undefined
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const plan = planImport(gathered, await loadHubRecords(needs.couch, databases), planNeeds)
    first ??= plan
    const written = await writePlan(needs.couch, databases, plan)
    if (written === 'all') return { ok: true, plan: first }
    if (written === 'refused') return { ok: false, problem: 'hub-refused' }
  }
  return { ok: false, problem: 'hub-busy' }
}

/** Imports a clinic's register (rules in RULES.md). Running it again changes nothing. */
export async function importPatients(request: ImportRequest, needs: ImportNeeds): Promise<ImportResult> {
  const file = await readFile(request, needs.couch)
  if (!file.ok) return file
  const { register } = file
  const gathered = gatherPersons(
    register.rows.flatMap(({ outcome }) => (outcome.kind === 'entry' ? [outcome.entry] : [])),
  )
  const databases = await databasesFor(request, needs.couch)
  const done = await writeGathered(gathered, databases, request, needs)
  if (!done.ok) return done
  return { ok: true, report: reportOf(register, gathered, done.plan, countByType(done.plan)) }
}
