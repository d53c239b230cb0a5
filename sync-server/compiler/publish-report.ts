import { createHash } from 'node:crypto'
import { databaseFor, databaseName, type DatabaseRef } from '../../shared/access/databases.ts'
import { HUB_ACCOUNT } from '../../shared/access/roles.ts'
import { firstDayOf, type Month } from '../../shared/calendar/month.ts'
import { yearOf } from '../../shared/calendar/calendar-date.ts'
import { instantOf } from '../../shared/calendar/instant.ts'
import { ReportDocument, reportId, type Report } from '../../shared/documents/report.ts'
import { factsId, factsTypeOf } from '../../shared/documents/report-facts.ts'
import type { CompiledReport, FormId } from '../../shared/reports/report-content.ts'
import { canonicalText } from '../../shared/sync/canonical-text.ts'
import { newFact, type Authorship } from '../../shared/sync/edit-record.ts'
import { CouchFailure, type Couch, type StoredDocument } from '../couch/couch.ts'
import type { CompiledClinic } from './compile-clinic.ts'

export type PublishNeeds = {
  readonly couch: Pick<Couch, 'allDocs' | 'get' | 'bulkWrite' | 'ensureDatabase'>
  readonly now: () => number
}

export type Publication = {
  readonly form: FormId
  readonly outcome: 'published' | 'unchanged'
  readonly revision: number
}

/** Two processes that publish at once meet at most that often before one of them gives up and says so. */
const TRIES = 5

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex')
}

function authorAt(nowMs: number): Authorship {
  return {
    by: HUB_ACCOUNT,
    device: HUB_ACCOUNT,
    now: instantOf(nowMs),
    writer: 'hub.compiler',
    lastStamp: undefined,
  }
}

/** The newest revision of a form for a month, or `undefined` where nothing was published. */
export async function latestReport(
  couch: Pick<Couch, 'allDocs'>,
  facility: string,
  form: FormId,
  period: Month,
): Promise<Report | undefined> {
  const prefix = `report:${form}:${period}:`
  const rows = await couch.allDocs(databaseName(databaseFor('reports', facility, 0)), {
    startkey: `${prefix}\ufff0`,
    endkey: prefix,
    descending: true,
    includeDocs: true,
    limit: 1,
  })
  const reading = ReportDocument.read(rows[0]?.doc)
  return reading.ok ? reading.doc : undefined
}

function reportDocument(
  { content }: CompiledReport,
  { sources, desks }: CompiledClinic,
  latest: Report | undefined,
  hashes: { readonly hash: string; readonly factsHash: string },
  nowMs: number,
) {
  const revision = (latest?.revision ?? 0) + 1
  const now = instantOf(nowMs)
  const fields = {
    ...content,
    ...hashes,
    _id: reportId(content.form, content.period, revision),
    type: 'report',
    schema: 1,
    revision,
    computedAt: now,
    arrivedAt: latest?.arrivedAt ?? (content.provisional ? null : now),
    sources,
    desks,
  }
  return { revision, document: newFact(fields, authorAt(nowMs)) }
}

function factsDocument(
  { content, lists }: CompiledReport,
  revision: number,
  factsHash: string,
  nowMs: number,
) {
  const { form, period } = content
  const fields = {
    ...lists,
    _id: factsId(form, period),
    type: factsTypeOf(form),
    schema: 1,
    form,
    period,
    revision,
    factsHash,
  }
  return newFact(fields, authorAt(nowMs))
}

/** Facts of this revision, or of one that somebody published after it. */
function isAsNew(stored: StoredDocument | undefined, revision: number, factsHash: string): boolean {
  if (!stored) return false
  return (
    Number(stored['revision']) > revision ||
    (stored['factsHash'] === factsHash && stored['revision'] === revision)
  )
}

/** The facts as they are stored; where the year has no database yet it is made. */
async function storedFacts(
  needs: PublishNeeds,
  ref: DatabaseRef,
  id: string,
): Promise<StoredDocument | undefined> {
  try {
    return await needs.couch.get(databaseName(ref), id)
  } catch (error) {
    if (!(error instanceof CouchFailure) || error.problem !== 'no-such-database') throw error
    await needs.couch.ensureDatabase(ref)
    return undefined
  }
}

/**
 * Writes the facts behind the newest revision where they are not there yet; where that fails, whoever compiles next
 * sees that they are missing.
 */
async function keepFacts(
  needs: PublishNeeds,
  compiled: CompiledReport,
  revision: number,
  factsHash: string,
): Promise<void> {
  const { facility, form, period } = compiled.content
  const ref = databaseFor(form === 'punctuality' ? 'staff' : 'clinical', facility, yearOf(firstDayOf(period)))
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await storedFacts(needs, ref, factsId(form, period))
    if (isAsNew(stored, revision, factsHash)) return
    const document = factsDocument(compiled, revision, factsHash, needs.now())
    const [result] = await needs.couch.bulkWrite(databaseName(ref), [
      { ...document, ...(stored ? { _rev: stored._rev } : {}) },
    ])
    if (result?.ok) return
  }
}

/** Publishes one report if it says something new (rules RV1-RV3). */
export async function publishReport(
  needs: PublishNeeds,
  clinic: CompiledClinic,
  compiled: CompiledReport,
): Promise<Publication> {
  const { form, facility, period, provisional } = compiled.content
  const factsHash = sha256(compiled.lists)
  const hash = sha256({ ...compiled.content, factsHash })
  const database = databaseName(databaseFor('reports', facility, 0))
  for (let tries = 0; tries < TRIES; tries += 1) {
    const latest = await latestReport(needs.couch, facility, form, period)
    const same = latest?.hash === hash
    const { revision, document } = reportDocument(compiled, clinic, latest, { hash, factsHash }, needs.now())
    const written = same ? undefined : (await needs.couch.bulkWrite(database, [document]))[0]
    if (written && !written.ok && written.error !== 'conflict')
      throw new Error(`a report was refused: ${written.reason}`)
    if (!same && !written?.ok) continue
    const shown = same ? latest.revision : revision
    if (!provisional) await keepFacts(needs, compiled, shown, factsHash)
    return { form, outcome: same ? 'unchanged' : 'published', revision: shown }
  }
  throw new Error(`${form} ${period} of ${facility}: other processes kept publishing`)
}
