/** The demo district's published months against the independent recount of its documents. */
import { beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { lastDayOf, month } from '../../shared/calendar/month.ts'
import type { Report } from '../../shared/documents/report.ts'
import { CLINICS } from '../../sync-server/demo/clinics.ts'
import { madeDistrict, type DistrictPart } from '../../sync-server/demo/district.ts'
import { recountForm11, recountPoorPeople, recountVisits, USUAL_RULES, type Raw } from './recount.ts'

const plan = { seed: '1', size: 'full', until: calendarDate('2026-10-31') } as const
let clinic: readonly Raw[] = []

/** One clinic is enough, and quick: the district is made clinic by clinic. */
async function firstPart(): Promise<DistrictPart | undefined> {
  for await (const part of madeDistrict(plan)) return part
  return undefined
}

function published(form: string, period: string): Report {
  const reports = clinic.filter(({ _id }) => String(_id).startsWith(`report:${form}:${period}:`))
  const newest = reports.sort((a, b) => (String(a['_id']) < String(b['_id']) ? -1 : 1)).at(-1)
  if (!newest) throw new Error(`${form} ${period} was not published`)
  return newest as unknown as Report
}

const cellsOf = (report: Report, table: string) => report.tables.find(({ id }) => id === table)?.cells

beforeAll(async () => {
  clinic = (await firstPart())?.databases.flatMap(({ documents }) => documents) ?? []
}, 120_000)

describe('a clinic of the demo district', () => {
  it.each(['2026-10', '2026-03', '2025-12'])('%s is what the recount of its documents says', (period) => {
    const rules = { ...USUAL_RULES, period, workingArea: CLINICS[0]?.workingArea ?? [] }
    const form11 = cellsOf(published('form-11', period), 'cases')
    expect(Object.keys(form11 ?? {}).length).toBeGreaterThan(10)
    expect(form11).toEqual(recountForm11(clinic, rules))
    expect(cellsOf(published('visits', period), 'payer')).toEqual(recountVisits(clinic, rules))
    const poor = recountPoorPeople(clinic, rules, lastDayOf(month(period)))
    expect(cellsOf(published('poor-cover', period), 'persons')).toEqual(poor)
  })
})
