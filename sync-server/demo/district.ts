import { databaseName } from '../../shared/access/databases.ts'
import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { chanceOf } from './chance.ts'
import { CLINICS, type Clinic } from './clinics.ts'
import { clinicStaff, madeClinicYear, type ClinicYear } from './clinic-year.ts'
import { periodUntil } from './demo-calendar.ts'
import type { MadeDocument } from './demo-desks.ts'
import { DEMO_SIZES, type DemoSizeName } from './demo-size.ts'
import { identityNumbers } from './identity-numbers.ts'
import { referenceDocuments } from './reference-documents.ts'

/** What decides every byte of a demo district. */
export type DistrictPlan = {
  readonly seed: string
  readonly size: DemoSizeName
  /** The last day that it tells of. */
  readonly until: CalendarDate
}

/** The documents of one database, whole. */
export type MadeDatabase = { readonly name: string; readonly documents: readonly MadeDocument[] }

/** One step of making the district: a clinic's databases, or in the end `reference`, which names the clinics. */
export type DistrictPart = { readonly title: string; readonly databases: readonly MadeDatabase[] }

/** Without the documents, which are big; what accounts and reference need. */
export type ClinicStaff = Pick<ClinicYear, 'clinic' | 'staff'>

/** What making a clinic needs, for each clinic of the district. */
function clinicNeeds(plan: DistrictPlan) {
  const chance = chanceOf(plan.seed)
  const period = periodUntil(plan.until)
  const size = DEMO_SIZES[plan.size]
  const ofClinic = (clinic: Clinic, index: number) => ({
    clinic,
    isFirst: index === 0,
    period,
    size,
    chance: chance.stream(clinic.code),
  })
  return { chance, period, clinics: CLINICS.map(ofClinic) }
}

/** Clinics and staff alone, for the accounts and what is printed about them. */
export function districtStaff(plan: DistrictPlan): readonly ClinicStaff[] {
  return clinicNeeds(plan).clinics.map((needs) => ({ clinic: needs.clinic, staff: clinicStaff(needs) }))
}

/**
 * The district clinic by clinic, so that only one clinic's year is in memory. The same plan gives the same documents
 * in the same order, whenever and wherever it is made.
 */
export function* madeDistrict(plan: DistrictPlan): Generator<DistrictPart> {
  const { chance, period, clinics } = clinicNeeds(plan)
  const numbers = identityNumbers(chance.stream('numbers'))
  for (const needs of clinics) {
    const { documents } = madeClinicYear({ ...needs, numbers })
    yield {
      title: needs.clinic.name,
      databases: [...documents].map(([name, made]) => ({ name, documents: made })),
    }
  }
  const reference = referenceDocuments(districtStaff(plan), period.from, chance.stream('reference'))
  yield {
    title: 'Dinas Kesehatan',
    databases: [{ name: databaseName({ kind: 'reference' }), documents: reference }],
  }
}
