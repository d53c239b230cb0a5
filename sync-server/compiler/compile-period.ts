import { monthOf, type Month } from '../../shared/calendar/month.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import type { FacilityCode } from '../../shared/documents/ids.ts'
import type { Couch } from '../couch/couch.ts'
import { compileClinic } from './compile-clinic.ts'
import { publishReport, type Publication } from './publish-report.ts'
import { readDistrict } from './read-district.ts'

export type CompilerNeeds = {
  readonly couch: Pick<
    Couch,
    'allDocs' | 'get' | 'getLeaves' | 'updateSeq' | 'databaseNames' | 'bulkWrite' | 'ensureDatabase'
  >
  /** Hub time in milliseconds. */
  readonly now: () => number
}

export type ClinicOutcome =
  | { readonly facility: FacilityCode; readonly ok: true; readonly publications: readonly Publication[] }
  | { readonly facility: FacilityCode; readonly ok: false; readonly problem: 'before-go-live' }
  | {
      readonly facility: FacilityCode
      readonly ok: false
      readonly problem: 'failed'
      readonly fault: unknown
    }

/** Clinics at a time: while one is being counted the next is being read. */
const AT_ONCE = 2

async function compileOne(
  needs: CompilerNeeds,
  district: Awaited<ReturnType<typeof readDistrict>>,
  facility: Facility,
  period: Month,
): Promise<ClinicOutcome> {
  if (period < monthOf(facility.goLive))
    return { facility: facility.code, ok: false, problem: 'before-go-live' }
  try {
    const clinic = await compileClinic(needs.couch, district, facility, period, needs.now())
    const publications: Publication[] = []
    for (const report of clinic.reports) publications.push(await publishReport(needs, clinic, report))
    return { facility: facility.code, ok: true, publications }
  } catch (fault) {
    return { facility: facility.code, ok: false, problem: 'failed', fault }
  }
}

/** Runs a task for each item, a few at a time, in order. */
export async function fewAtOnce<Item>(
  items: readonly Item[],
  atOnce: number,
  task: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await task(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/**
 * Compiles and publishes a month for every clinic, or for one. One clinic's failure stops no other. `told` hears of
 * each clinic as it is done.
 */
export async function compilePeriod(
  needs: CompilerNeeds,
  period: Month,
  only?: FacilityCode,
  told: (outcome: ClinicOutcome) => void = () => undefined,
): Promise<readonly ClinicOutcome[]> {
  const district = await readDistrict(needs.couch)
  const facilities = district.facilities.filter(({ code }) => only === undefined || code === only)
  const outcomes: ClinicOutcome[] = []
  await fewAtOnce(facilities, AT_ONCE, async (facility) => {
    const outcome = await compileOne(needs, district, facility, period)
    outcomes.push(outcome)
    told(outcome)
  })
  return outcomes.sort((a, b) => (a.facility < b.facility ? -1 : 1))
}
