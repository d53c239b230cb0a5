import { databaseName, parseDatabaseName } from '../../shared/access/databases.ts'
import { addDays, yearOf } from '../../shared/calendar/calendar-date.ts'
import { lastDayOf, type Month } from '../../shared/calendar/month.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { typeOfId, type FacilityCode } from '../../shared/documents/ids.ts'
import { collectRecords } from '../../shared/reports/records/collect-records.ts'
import type { ClinicRecords } from '../../shared/reports/records/record-types.ts'
import { mergeLeaves, type EditableBody } from '../../shared/sync/merge-leaves.ts'
import { CouchFailure, type Couch, type StoredDocument } from '../couch/couch.ts'
import { openLeaves } from '../resolution/resolve-record.ts'
import { deskLog, type DeskHeard } from './desks-heard.ts'

export type ClinicReads = Pick<Couch, 'allDocs' | 'getLeaves' | 'updateSeq' | 'databaseNames'>

/** A stretch of one database that a month's reports read. */
export type DocumentRange = { readonly database: string; readonly startkey: string; readonly endkey: string }

/** A clinic's records with where and how far they were read. */
export type ClinicRead = {
  readonly records: ClinicRecords
  /** The sequence of each database, taken before it was read: nothing up to it is missing. */
  readonly sources: Readonly<Record<string, string>>
  readonly desks: readonly DeskHeard[]
}

/** Documents of a page: large enough that requests cost little, small enough that one clinic's pages fit in memory. */
const PAGE = 4000
const END = '\ufff0'

function from(database: string, startkey: string, endkey = startkey): DocumentRange {
  return { database, startkey, endkey: endkey + END }
}

/**
 * What a month reads: visits and diagnoses from the first slice to the month's end, because flags look back; evidence
 * of every slice; punches since 1 January, because absences are summed over the year; people as they are.
 */
export function rangesOf(
  names: readonly string[],
  facility: FacilityCode,
  period: Month,
): readonly DocumentRange[] {
  const lastDay = lastDayOf(period)
  const refs = names.flatMap((name) => parseDatabaseName(name) ?? [])
  const own = refs.filter((ref) => 'facility' in ref && ref.facility === facility)
  return own.flatMap((ref): readonly DocumentRange[] => {
    const name = databaseName(ref)
    const past = 'year' in ref && ref.year <= yearOf(lastDay)
    switch (ref.kind) {
      case 'registry':
        return [from(name, 'coverage:', 'poverty:')]
      case 'visits':
        return [
          ...(past ? [from(name, 'encounter:', `encounter:${lastDay}`)] : []),
          from(name, 'seen-before:'),
        ]
      case 'clinical':
        return [
          ...(past ? [from(name, 'condition:', `condition:${lastDay}`)] : []),
          from(name, 'known-condition:'),
        ]
      case 'roster':
        return [from(name, 'practitioner:')]
      case 'staff':
        return [
          from(name, `punch:${period.slice(0, 4)}-01-01`, `punch:${addDays(lastDay, 1)}`),
          from(name, 'leave:'),
        ]
      default:
        return []
    }
  })
}

/** Every document of a range, page by page; `take` sees them in order of their ids. */
export async function readRange(
  couch: Pick<Couch, 'allDocs'>,
  { database, startkey, endkey }: DocumentRange,
  take: (doc: StoredDocument) => void,
): Promise<void> {
  for (let start = startkey; ;) {
    const rows = await couch.allDocs(database, {
      startkey: start,
      endkey,
      includeDocs: true,
      conflicts: true,
      limit: PAGE,
    })
    for (const { doc } of rows) if (doc) take(doc)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    start = `${last.id}\u0000`
  }
}

/** A record whose leaves nobody has resolved yet, read as their merge (`design.md` 4). */
async function mergedDocument(
  couch: ClinicReads,
  database: string,
  winner: StoredDocument,
): Promise<StoredDocument> {
  const leaves = openLeaves(await couch.getLeaves(database, winner._id))
  const [first] = leaves
  if (!first || leaves.length < 2 || leaves.some((leaf) => typeof leaf['stamps'] !== 'object'))
    return first ?? winner
  const { fields, stamps, replaced, lost } = mergeLeaves(leaves as readonly (StoredDocument & EditableBody)[])
  const { _id, _rev } = first
  const header = Object.fromEntries(
    ['type', 'schema', 'by', 'device', 'at', 'stamp'].map((name) => [name, first[name]]),
  )
  return {
    ...header,
    ...fields,
    stamps,
    ...(replaced ? { replaced } : {}),
    ...(lost ? { lost } : {}),
    _id,
    _rev,
  }
}

function isEdited(id: string): boolean {
  return DOCUMENT_TYPES.get(typeOfId(id))?.change === 'edited'
}

async function sequenceOf(couch: ClinicReads, database: string): Promise<string> {
  const sequence = await couch.updateSeq(database)
  if (sequence === undefined) throw new CouchFailure('no-such-database', 404, `${database} is gone`)
  return sequence
}

/** Reads what a clinic's reports of a month are made of. */
export async function readClinic(
  couch: ClinicReads,
  facility: FacilityCode,
  period: Month,
): Promise<ClinicRead> {
  const ranges = rangesOf(await couch.databaseNames(), facility, period)
  const collector = collectRecords()
  const desks = deskLog(period)
  const sources: Record<string, string> = {}
  for (const range of ranges) {
    sources[range.database] ??= await sequenceOf(couch, range.database)
    const met: StoredDocument[] = []
    await readRange(couch, range, (doc) => {
      desks.note(doc)
      if (doc['_conflicts'] !== undefined && isEdited(doc._id)) met.push(doc)
      else collector.add(doc)
    })
    for (const winner of met) collector.add(await mergedDocument(couch, range.database, winner))
  }
  return { records: collector.records(), sources, desks: desks.heard() }
}
