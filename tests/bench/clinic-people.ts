import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { chanceOf } from '../../sync-server/demo/chance.ts'
import { CLINICS } from '../../sync-server/demo/clinics.ts'
import { periodUntil } from '../../sync-server/demo/demo-calendar.ts'
import { identityNumbers } from '../../sync-server/demo/identity-numbers.ts'
import { madePopulation } from '../../sync-server/demo/population.ts'
import type { Family } from '../../sync-server/demo/people.ts'
import { aHousehold, aPatient, namedUlid, type AnyDocument } from '../builders/clinic-documents.ts'

const numbered = (kind: string, index: number) => namedUlid(`${kind}${String(index).padStart(7, '0')}`)

export type ClinicPerson = {
  readonly id: string
  readonly name: string
  readonly nik: string | null
  readonly born: string
  readonly kk: string | null
  readonly headName: string
  readonly phone: string | null
}

export type ClinicPeople = {
  readonly documents: readonly AnyDocument[]
  readonly people: readonly ClinicPerson[]
}

function documentsOf(
  family: Family,
  at: number,
  first: number,
): { documents: AnyDocument[]; people: ClinicPerson[] } {
  const household = `household:${numbered('F', at)}`
  const headName = family.members[0]?.name ?? '-'
  const documents = [aHousehold('', { _id: household, kk: family.kk, headName, address: family.home })]
  const people = family.members.map((person, place) => {
    const { name, sex, born, nik, noNikReason, relation, jkn, phone } = person
    const id = `patient:${numbered('P', first + place)}`
    const fields = { sex, birth: { on: born, precision: 'day' }, nik, noNikReason, relation, jkn, household }
    const folder = `${String(at).padStart(6, '0')}-${relation}`
    documents.push(
      aPatient(name, { _id: id, ...fields, address: family.home, rm: folder, ...(phone ? { phone } : {}) }),
    )
    return { id, name, nik, born, kk: family.kk, headName, phone: phone ?? null }
  })
  return { documents, people }
}

/** So many people in their families, as the demo makes them; the same whenever they are made. */
export function clinicPeople(count: number): ClinicPeople {
  const chance = chanceOf('bench people')
  const [clinic] = CLINICS
  if (!clinic) throw new Error('no clinic')
  const period = periodUntil(calendarDate('2026-10-31'))
  const families = madePopulation(Math.ceil(count / 2.2), {
    clinic,
    period,
    numbers: identityNumbers(chance),
    chance,
  })
  const documents: AnyDocument[] = []
  const people: ClinicPerson[] = []
  for (const [at, family] of families.entries()) {
    if (people.length >= count) break
    const made = documentsOf(family, at, people.length)
    documents.push(...made.documents)
    people.push(...made.people)
  }
  return { documents, people }
}
