/**
 * The district's month, cold: 30 clinics with 6,000 visits each, compiled from their databases, against only reading
 * and parsing the same documents with the same concurrency (`design.md` 7). `COUCHDB_URL` names a CouchDB; without it
 * an embedded hub is made for the time of the run. `BENCH_CLINICS` makes it smaller.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFor, databaseName } from '../../shared/access/databases.ts'
import { month } from '../../shared/calendar/month.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import { typeOfId } from '../../shared/documents/ids.ts'
import { compileClinic } from '../../sync-server/compiler/compile-clinic.ts'
import { fewAtOnce } from '../../sync-server/compiler/compile-period.ts'
import { publishReport } from '../../sync-server/compiler/publish-report.ts'
import { rangesOf, readRange } from '../../sync-server/compiler/read-clinic.ts'
import type { District } from '../../sync-server/compiler/read-district.ts'
import { connectCouch } from '../../sync-server/couch/connect-couch.ts'
import type { Couch } from '../../sync-server/couch/couch.ts'
import { startEmbedded } from '../../sync-server/embedded/start-embedded.ts'
import { aFacility, type AnyDocument } from '../builders/clinic-documents.ts'
import { VISITS_A_MONTH, benchClinic } from './month-clinic.ts'

const PERIOD = month('2026-10')
/** The morning after the month. */
const NOW = Date.UTC(2026, 10, 1, 2)
const CLINICS = Number(process.env['BENCH_CLINICS'] ?? '30')
const RUNS = 5
/** As in the compiler. */
const AT_ONCE = 2
const CHUNK = 2000

type Stored = { readonly documents: number; readonly bytes: number }

async function hubForTheRun(): Promise<{
  readonly couch: Couch
  readonly kind: string
  readonly close: () => Promise<void>
}> {
  const url = process.env['COUCHDB_URL']
  if (url !== undefined) return { couch: connectCouch(url), kind: 'couchdb', close: () => Promise.resolve() }
  const dataFolder = await mkdtemp(join(tmpdir(), 'puskesmas-bench-month-'))
  const hub = await startEmbedded({ dataFolder, jwtKey: 'a key that no token of this run needs 0123456789' })
  if (!hub.ok) throw new Error(`the embedded hub did not start: ${hub.problem}`)
  const close = async () => {
    await hub.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { couch: connectCouch(hub.url), kind: 'embedded', close }
}

function databaseOf(document: AnyDocument, facility: string): string {
  const kind = DOCUMENT_TYPES.get(typeOfId(document._id))?.database ?? 'registry'
  return databaseName(databaseFor(kind, facility, 2026))
}

async function seed(couch: Couch, facility: string): Promise<Stored> {
  const byDatabase = new Map<string, AnyDocument[]>([
    [databaseName(databaseFor('reports', facility, 2026)), []],
  ])
  for (const document of benchClinic()) {
    const name = databaseOf(document, facility)
    byDatabase.set(name, [...(byDatabase.get(name) ?? []), document])
  }
  let [documents, bytes] = [0, 0]
  for (const [name, docs] of byDatabase) {
    await couch.createDatabase(name)
    for (let start = 0; start < docs.length; start += CHUNK)
      await couch.bulkWrite(name, docs.slice(start, start + CHUNK))
    documents += docs.length
    bytes += Buffer.byteLength(JSON.stringify(docs))
  }
  return { documents, bytes }
}

async function remove(couch: Couch, facilities: readonly Facility[]): Promise<void> {
  const own = new Set<string>(facilities.map(({ code }) => code))
  for (const name of await couch.databaseNames())
    if (own.has(name.split('-')[1] ?? '')) await couch.deleteDatabase(name)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function readOnly(couch: Couch, { code }: Facility): Promise<void> {
  for (const range of rangesOf(await couch.databaseNames(), code, PERIOD)) {
    await couch.updateSeq(range.database)
    await readRange(couch, range, () => undefined)
  }
}

const best = (times: readonly number[]) => Math.round(Math.min(...times))
const median = (times: readonly number[]) =>
  Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0)

export async function run(print: (line: object) => void): Promise<void> {
  const { couch, kind, close } = await hubForTheRun()
  const facilities = Array.from({ length: CLINICS }, (_, index) => {
    const code = String(9_900_001 + index)
    return aFacility({ _id: `facility:${code}`, code, goLive: '2026-01-01' }) as unknown as Facility
  })
  const district: District = {
    facilities,
    settings: [],
    mappings: [],
    units: [],
    holidays: [],
    codeLists: [],
  }
  try {
    const sizes: Stored[] = []
    const seedMs = await timed(() =>
      fewAtOnce(facilities, 1, async ({ code }) => {
        sizes.push(await seed(couch, code))
      }),
    )
    const stored = {
      clinics: CLINICS,
      visits: CLINICS * VISITS_A_MONTH,
      documents: sizes.reduce((sum, one) => sum + one.documents, 0),
      bytes: sizes.reduce((sum, one) => sum + one.bytes, 0),
    }
    const shared = { bench: 'month', hub: kind, ...stored, cpu: 1 }
    print({ ...shared, case: 'seed', total_ms: Math.round(seedMs) })
    const [reads, compiles]: [number[], number[]] = [[], []]
    const compiling = (facility: Facility) => compileClinic(couch, district, facility, PERIOD, NOW)
    const compileOnly = async (facility: Facility) => {
      await compiling(facility)
    }
    for (let turn = 0; turn < RUNS; turn += 1) {
      reads.push(await timed(() => fewAtOnce(facilities, AT_ONCE, (facility) => readOnly(couch, facility))))
      compiles.push(await timed(() => fewAtOnce(facilities, AT_ONCE, compileOnly)))
    }
    print({ ...shared, case: 'read-and-parse', runs: RUNS, best_ms: best(reads), median_ms: median(reads) })
    const ratio = Number((best(compiles) / best(reads)).toFixed(3))
    print({
      ...shared,
      case: 'compile',
      runs: RUNS,
      best_ms: best(compiles),
      median_ms: median(compiles),
      ratio,
      budget: 1.3,
    })
    const publishMs = await timed(() =>
      fewAtOnce(facilities, AT_ONCE, async (facility) => {
        const clinic = await compiling(facility)
        for (const report of clinic.reports) await publishReport({ couch, now: () => NOW }, clinic, report)
      }),
    )
    print({
      ...shared,
      case: 'compile-and-publish',
      total_ms: Math.round(publishMs),
      rss_mb: Math.round(process.memoryUsage().rss / 1e6),
    })
  } finally {
    await remove(couch, facilities)
    await close()
  }
}
