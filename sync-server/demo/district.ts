import { databaseName } from '../../shared/access/databases.ts'
import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { readDistrict } from '../compiler/read-district.ts'
import { chanceOf } from './chance.ts'
import { CLINICS, type Clinic } from './clinics.ts'
import { clinicStaff, madeClinicYear, type ClinicYear, type DocumentsByDatabase } from './clinic-year.ts'
import { periodUntil } from './demo-calendar.ts'
import type { MadeDocument } from './demo-desks.ts'
import { DEMO_SIZES, type DemoSizeName } from './demo-size.ts'
import { documentsInMemory } from './documents-in-memory.ts'
import { identityNumbers } from './identity-numbers.ts'
import { madeReports } from './made-reports.ts'
import { referenceDocuments } from './reference-documents.ts'

const REFERENCE = databaseName({ kind: 'reference' })

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

function withReports(documents: DocumentsByDatabase, reports: DocumentsByDatabase): readonly MadeDatabase[] {
  const names = new Set([...documents.keys(), ...reports.keys()])
  return [...names].map((name) => ({
    name,
    documents: [...(documents.get(name) ?? []), ...(reports.get(name) ?? [])],
  }))
}

/**
 * The district clinic by clinic, so that only one clinic's year is in memory. The same plan gives the same documents
 * in the same order, whenever and wherever it is made.
 */
export async function* madeDistrict(plan: DistrictPlan): AsyncGenerator<DistrictPart> {
  const { chance, period, clinics } = clinicNeeds(plan)
  const numbers = identityNumbers(chance.stream('numbers'))
  const reference = referenceDocuments(districtStaff(plan), period.from, chance.stream('reference'))
  const district = await readDistrict(documentsInMemory(new Map([[REFERENCE, reference]])))
  for (const needs of clinics) {
    const { clinic } = needs
    const { documents } = madeClinicYear({ ...needs, numbers })
    const reports = await madeReports(
      documents,
      district,
      clinic.code,
      period,
      needs.chance.stream('reports'),
    )
    yield { title: clinic.name, databases: withReports(documents, reports) }
  }
  yield { title: 'Dinas Kesehatan', databases: [{ name: REFERENCE, documents: reference }] }
}
