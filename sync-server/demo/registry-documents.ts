import { addDays, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { ageOn } from '../../shared/people/age.ts'
import type { Chance } from './chance.ts'
import type { Clinic } from './clinics.ts'
import { yearsBefore } from './demo-calendar.ts'
import { atTime, authorAt, changed, daysLater, fact, record, type MadeDocument } from './demo-desks.ts'
import { ulidAt } from './made-ulid.ts'
import type { Cover, Family, Person, PovertyFinding } from './people.ts'
import type { Resident } from './planned-visit.ts'
import type { Registration, Registrations } from './registrations.ts'

/** A cover as entered for a person: what a visit on a day within it points to. */
export type EnteredCover = {
  readonly id: string
  readonly scheme: string
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly active: boolean
}

export type RegistryMade = {
  readonly documents: readonly MadeDocument[]
  readonly coversOf: ReadonlyMap<number, readonly EnteredCover[]>
}

type Making = { readonly clinic: Clinic; readonly until: CalendarDate; readonly chance: Chance }

function loket({ clinic }: Making): string {
  return `${clinic.short}.loket1`
}

/** Number of the family folder: area, family, member (`domain.md` 1.3); 10 is outside the working area. */
function folderNumber(family: Family, clinic: Clinic): string {
  const place = clinic.workingArea.indexOf(family.home.area ?? '')
  return `${place < 0 ? '10' : String(place + 1).padStart(2, '0')}-${String(family.folder).padStart(4, '0')}`
}

function householdDocument(family: Family, registered: Registration, making: Making): MadeDocument {
  const content = {
    _id: `household:${registered.key}`,
    type: 'household',
    schema: 1,
    kk: family.kk,
    headName: family.members[0]?.name ?? '-',
    address: family.home,
    status: 'active',
  }
  return record(content, authorAt(making.clinic, 'loket1', loket(making), registered.at))
}

function birthOf(person: Person, registered: Registration): Record<string, unknown> {
  if (person.precision !== 'age') return { on: person.born, precision: person.precision }
  const { years } = ageOn(registered.day, person.born)
  return { on: yearsBefore(registered.day, years), precision: 'age', estimatedOn: registered.day }
}

function patientDocument(
  who: Resident,
  registered: Registration,
  household: string,
  making: Making,
): MadeDocument {
  const { person, family } = who
  const { clinic, until, chance } = making
  const content = {
    _id: `patient:${registered.key}`,
    type: 'patient',
    schema: 1,
    name: person.name,
    sex: person.sex,
    birth: birthOf(person, registered),
    birthPlace: person.birthPlace,
    nik: person.nik,
    noNikReason: person.noNikReason,
    household,
    relation: person.relation,
    address: family.home,
    ...(person.phone ? { phone: person.phone } : {}),
    jkn: person.jkn,
    rm: `${folderNumber(family, clinic)}-${person.relation}`,
    oldRm: family.oldFolder && `${family.oldFolder}/${person.relation}`,
    ...(person.motherName ? { motherName: person.motherName } : {}),
    deceased: null,
    status: 'active',
  }
  const entered = record(content, authorAt(clinic, 'loket1', loket(making), registered.at))
  if (person.diedOn === null || person.diedOn > until) return entered
  const told = atTime(daysLater(person.diedOn, chance.whole(1, 20), until), '13:05:00')
  const deceased = { on: person.deathDayKnown ? person.diedOn : null }
  return changed(entered, { deceased }, authorAt(clinic, 'loket1', loket(making), told))
}

/** Entered when the person is, or when the cover begins; its end is added when it comes. */
function coverDocument(
  cover: Cover,
  patient: string,
  registered: Registration,
  making: Making,
): { readonly document: MadeDocument; readonly entered: EnteredCover } {
  const { clinic, until, chance } = making
  const isLater = cover.from > registered.day
  const at = isLater ? atTime(cover.from, '09:10:00') : registered.at
  const id = `coverage:${ulidAt(at, chance)}`
  const endKnown = cover.scheme === 'SKTM' ? cover.to : null
  const content = {
    _id: id,
    type: 'coverage',
    schema: 1,
    patient,
    scheme: cover.scheme,
    card: cover.card,
    registeredAt: cover.registeredAt,
    from: cover.from,
    to: endKnown,
    active: cover.active,
    checkedOn: isLater ? cover.from : registered.day,
    source: chance.weighted(['p-care', 'card-seen', 'told-by-patient'] as const, (one) =>
      one === 'p-care' ? 6 : 2,
    ),
  }
  const author = (moment: typeof at) => authorAt(clinic, 'loket1', loket(making), moment)
  const first = record(content, author(at))
  const ended = cover.to !== null && endKnown === null && cover.to < until ? cover.to : null
  const to = ended ?? endKnown
  const entered = { id, scheme: cover.scheme, from: cover.from, to, active: cover.active }
  if (ended === null) return { document: first, entered }
  const noticed = addDays(ended, 1)
  return {
    document: changed(first, { to: ended, checkedOn: noticed }, author(atTime(noticed, '07:40:00'))),
    entered,
  }
}

function povertyDocument(
  finding: PovertyFinding,
  householdKey: string,
  registered: Registration,
  making: Making,
): MadeDocument {
  const at = finding.from > registered.day ? atTime(finding.from, '10:20:00') : registered.at
  const content = {
    _id: `poverty:${householdKey}:${ulidAt(at, making.chance)}`,
    type: 'poverty',
    schema: 1,
    household: `household:${householdKey}`,
    poor: finding.poor,
    source: finding.source,
    desil: finding.desil,
    from: finding.from,
    letter: finding.letter,
  }
  return fact(content, authorAt(making.clinic, 'loket1', loket(making), at))
}

function coversEntered(who: Resident, registered: Registration, making: Making) {
  return who.person.covers
    .filter((cover) => cover.from <= making.until && (cover.to === null || cover.to >= registered.day))
    .map((cover) => coverDocument(cover, `patient:${registered.key}`, registered, making))
}

/** Households, patients, covers and findings of poverty of everybody who was entered. */
export function registryDocuments(
  people: readonly Resident[],
  registrations: Registrations,
  making: Making,
): RegistryMade {
  const documents: MadeDocument[] = []
  const coversOf = new Map<number, readonly EnteredCover[]>()
  for (const [family, registered] of registrations.ofFamily) {
    documents.push(householdDocument(family, registered, making))
    for (const finding of family.poverty.filter((one) => one.from <= making.until)) {
      documents.push(povertyDocument(finding, registered.key, registered, making))
    }
  }
  for (const who of people) {
    const registered = registrations.ofPerson.get(who.at)
    const family = registrations.ofFamily.get(who.family)
    if (!registered || !family) continue
    const covers = coversEntered(who, registered, making)
    documents.push(
      patientDocument(who, registered, `household:${family.key}`, making),
      ...covers.map((cover) => cover.document),
    )
    coversOf.set(
      who.at,
      covers.map((cover) => cover.entered),
    )
  }
  return { documents, coversOf }
}
