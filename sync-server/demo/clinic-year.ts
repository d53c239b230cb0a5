import { databaseFor, databaseName } from '../../shared/access/databases.ts'
import { yearOf } from '../../shared/calendar/calendar-date.ts'
import { fullYear } from './acute-visits.ts'
import { arrivalsOf, type ArrivedVisit } from './arrivals.ts'
import { madeAttendance } from './attendance.ts'
import type { Chance } from './chance.ts'
import { chronicCases, chronicVisits } from './chronic-visits.ts'
import type { Clinic } from './clinics.ts'
import { openDays, type Period } from './demo-calendar.ts'
import type { DemoDesk, MadeDocument } from './demo-desks.ts'
import { attendancePeriod, type DemoSize } from './demo-size.ts'
import { evidenceDocuments } from './evidence-documents.ts'
import { healthyVisits } from './healthy-visits.ts'
import type { IdentityNumbers } from './identity-numbers.ts'
import { openDaysOf, type OpenDays, type Resident } from './planned-visit.ts'
import { madePopulation } from './population.ts'
import { registrationsOf } from './registrations.ts'
import { registryDocuments } from './registry-documents.ts'
import { madeStaff, type StaffMember } from './staff.ts'
import { attendanceDocuments, practitionerDocument } from './staff-documents.ts'
import { visitDocuments } from './visit-documents.ts'

/** Documents by the name of the database that holds them. */
export type DocumentsByDatabase = ReadonlyMap<string, readonly MadeDocument[]>

export type ClinicYear = {
  readonly clinic: Clinic
  readonly staff: readonly StaffMember[]
  readonly documents: DocumentsByDatabase
}

export type ClinicYearNeeds = {
  readonly clinic: Clinic
  /** The first clinic has somebody in every role. */
  readonly isFirst: boolean
  readonly period: Period
  readonly size: DemoSize
  /** Numbers that are given once in the whole district. */
  readonly numbers: IdentityNumbers
  readonly chance: Chance
}

function residentsOf(needs: ClinicYearNeeds): readonly Resident[] {
  const { clinic, period, numbers, size } = needs
  const families = Math.round(size.families * clinic.people)
  const chance = needs.chance.stream('people')
  return madePopulation(families, { clinic, period, numbers, chance })
    .flatMap((family) => family.members.map((person) => ({ family, person })))
    .map((resident, at) => ({ ...resident, at }))
}

function visitsOfYear(people: readonly Resident[], open: OpenDays, needs: ClinicYearNeeds) {
  const { clinic, period, size } = needs
  const cases = chronicCases(people, period, needs.chance.stream('chronic'))
  const chronic = needs.chance.stream('checks')
  const planned = [
    ...cases.flatMap((one) => chronicVisits(one, clinic, period, open, chronic)),
    ...healthyVisits(people, { clinic, period, open, chance: needs.chance.stream('healthy') }),
  ]
  const wanted = size.visitsInYear * clinic.visits
  const days = fullYear(people, planned, wanted, clinic, open, needs.chance.stream('acute'))
  return { cases, days }
}

/** A growing set of documents by database. */
function collector(clinic: Clinic) {
  const documents = new Map<string, MadeDocument[]>()
  function add(kind: Parameters<typeof databaseFor>[0], year: number, made: readonly MadeDocument[]): void {
    const name = databaseName(databaseFor(kind, clinic.code, year))
    const there = documents.get(name)
    if (there) there.push(...made)
    else documents.set(name, [...made])
  }
  return { documents, add }
}

/** The staff of one clinic; cheap, and the same as in its whole year. */
export function clinicStaff(needs: Omit<ClinicYearNeeds, 'numbers'>): readonly StaffMember[] {
  const { clinic, isFirst, period, size } = needs
  const others = size.otherStaff + (size.otherStaff > 1 ? clinic.moreStaff : 0)
  const attendance = attendancePeriod(size, period)
  return madeStaff(clinic, isFirst, period.from, attendance, others, needs.chance.stream('staff'))
}

function addStaff(
  add: ReturnType<typeof collector>['add'],
  staff: readonly StaffMember[],
  needs: ClinicYearNeeds,
): void {
  const chance = needs.chance.stream('attendance')
  const making = { clinic: needs.clinic, goLive: needs.period.from, chance }
  const attendance = attendancePeriod(needs.size, needs.period)
  for (const member of staff) {
    add('roster', 0, [practitionerDocument(member, making)])
    add('staff', 0, attendanceDocuments(madeAttendance(member, attendance, chance), making))
  }
}

function arrivedVisits(needs: ClinicYearNeeds, days: ReturnType<typeof fullYear>): readonly ArrivedVisit[] {
  const chance = needs.chance.stream('arrivals')
  const desks: readonly DemoDesk[] = needs.isFirst ? ['loket1', 'loket1', 'loket2'] : ['loket1']
  return [...days].flatMap(([day, visits]) => arrivalsOf(day, visits, desks, chance))
}

/** Everything that one clinic's desks wrote in the year, by database; the same for the same chance. */
export function madeClinicYear(needs: ClinicYearNeeds): ClinicYear {
  const { clinic, period, isFirst } = needs
  const open = openDaysOf(openDays(period, clinic.sixDays))
  const people = residentsOf(needs)
  const { cases, days } = visitsOfYear(people, open, needs)
  const arrivals = arrivedVisits(needs, days)
  const registrations = registrationsOf(people, arrivals, open, needs.chance.stream('registrations'))
  const { documents, add } = collector(clinic)
  const staff = clinicStaff(needs)
  addStaff(add, staff, needs)

  const registry = registryDocuments(people, registrations, {
    clinic,
    until: period.until,
    chance: needs.chance.stream('registry'),
  })
  add('registry', 0, registry.documents)

  const patientOf = ({ who }: { readonly who: Resident }) =>
    `patient:${registrations.ofPerson.get(who.at)?.key ?? ''}`
  const making = {
    clinic,
    hasEntryClerk: isFirst,
    until: period.until,
    chance: needs.chance.stream('visits'),
  }
  for (const visit of arrivals) {
    const made = visitDocuments(visit, patientOf(visit), registry.coversOf.get(visit.who.at) ?? [], making)
    add('visits', yearOf(visit.day), made.visits)
    add('clinical', yearOf(visit.day), made.conditions)
  }
  const evidence = { clinic, goLive: period.from, chance: needs.chance.stream('evidence'), patientOf }
  for (const one of evidenceDocuments(arrivals, cases, evidence)) add(one.kind, one.year, [one.document])
  return { clinic, staff, documents }
}
