import { databaseFor, databaseName } from '../../shared/access/databases.ts'
import { firstDayOf, type Month } from '../../shared/calendar/month.ts'
import { yearOf } from '../../shared/calendar/calendar-date.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import type { Report } from '../../shared/documents/report.ts'
import {
  factsId,
  ReportFactsDocument,
  StaffReportFactsDocument,
} from '../../shared/documents/report-facts.ts'
import type { FormId, ReportLists } from '../../shared/reports/report-content.ts'
import { compileClinic } from '../compiler/compile-clinic.ts'
import { readDistrict } from '../compiler/read-district.ts'
import { CouchFailure, type Couch } from '../couch/couch.ts'

type Reads = Pick<Couch, 'allDocs' | 'get' | 'getLeaves' | 'updateSeq' | 'databaseNames'>

async function storedFacts(couch: Reads, facility: string, form: FormId, period: Month) {
  const definition = form === 'punctuality' ? StaffReportFactsDocument : ReportFactsDocument
  const name = databaseName(databaseFor(definition.database, facility, yearOf(firstDayOf(period))))
  try {
    const reading = definition.read(await couch.get(name, factsId(form, period)))
    return reading.ok ? reading.doc : undefined
  } catch (error) {
    if (error instanceof CouchFailure && error.problem === 'no-such-database') return undefined
    throw error
  }
}

/**
 * The facts behind a report: those stored with its newest revision, or, while the month is provisional and nothing is
 * stored, those of the records as they are now.
 */
export async function listsBehind(
  couch: Reads,
  facility: Facility,
  report: Report,
  nowMs: number,
): Promise<ReportLists> {
  const stored = await storedFacts(couch, facility.code, report.form, report.period)
  if (stored?.factsHash === report.factsHash) return stored
  const clinic = await compileClinic(couch, await readDistrict(couch), facility, report.period, nowMs)
  const compiled = clinic.reports.find(({ content }) => content.form === report.form)
  if (!compiled) throw new Error(`no compiler for ${report.form}`)
  return compiled.lists
}
