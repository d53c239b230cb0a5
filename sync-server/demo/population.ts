import { addDays, calendarDate, daysBetween, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { ageOn } from '../../shared/people/age.ts'
import type { NoNikReason } from '../../shared/documents/patient.ts'
import type { Chance } from './chance.ts'
import type { Clinic } from './clinics.ts'
import { madeFamilyCover, type Membership } from './cover-history.ts'
import type { Period } from './demo-calendar.ts'
import { madeFamily, type Member } from './family-shapes.ts'
import type { IdentityNumbers } from './identity-numbers.ts'
import { BIRTH_PLACES, STREETS } from './name-parts.ts'
import type { Cover, Family, Home, Person } from './people.ts'

/** Kecamatan of the regencies around, where people from outside the city first got their NIK. */
const REGIONS_AROUND = ['351901', '351908', '352003', '352011', '352105', '350215'] as const
/** Desa next to the city, in Kabupaten Madiun. */
const DESA_AROUND = ['3519082002', '3519082003', '3519082011'] as const
const FAR_AWAY = [
  'Kabupaten Ngawi',
  'Kabupaten Magetan',
  'Kabupaten Ponorogo',
  'Kabupaten Nganjuk',
  'Kota Surabaya',
] as const

type Making = {
  readonly clinic: Clinic
  readonly period: Period
  readonly numbers: IdentityNumbers
  readonly chance: Chance
}

function madeHome({ clinic, chance }: Making): Home {
  const text = `Jl. ${chance.pick(STREETS)}${chance.happens(0.3) ? ` Gg. ${chance.pick(['I', 'II', 'III', 'IV'])}` : ''} ${String(chance.whole(1, 120))}`
  const rt = String(chance.whole(1, 32)).padStart(3, '0')
  const rw = String(chance.whole(1, 9)).padStart(3, '0')
  const where = chance.fraction()
  if (where < 0.9) return { text, rt, rw, area: chance.pick(clinic.workingArea), outside: null }
  if (where < 0.96) return { text, rt, rw, area: chance.pick(DESA_AROUND), outside: null }
  return { text, rt: '', rw: '', area: null, outside: chance.pick(FAR_AWAY) }
}

/** The kecamatan that gave the NIK: mostly the one where the family lives. */
function regionOf(home: Home, chance: Chance): string {
  if (home.area && chance.happens(0.85)) return home.area.slice(0, 6)
  return chance.pick(home.area ? [...REGIONS_AROUND, '357701', '357702', '357703'] : REGIONS_AROUND)
}

function missingNik(born: CalendarDate, until: CalendarDate, chance: Chance): NoNikReason | null {
  const days = daysBetween(born, until)
  if (days < 120) return chance.happens(0.75) ? 'newborn' : null
  if (ageOn(until, born).years >= 75 && chance.happens(0.08)) return 'not-recorded'
  if (chance.happens(0.02)) return 'not-brought'
  if (chance.happens(0.004)) return 'not-recorded'
  return chance.happens(0.001) ? 'foreigner' : null
}

type KnownBirth = Pick<Person, 'born' | 'precision'>

/** Many old people's birth is known by year only and stands as 1 January, on the card as well. */
function knownBirth(born: CalendarDate, until: CalendarDate, chance: Chance): KnownBirth {
  const { years } = ageOn(until, born)
  const firstOfJanuary = calendarDate(`${born.slice(0, 4)}-01-01`)
  if (years >= 60 && chance.happens(0.1)) return { born: firstOfJanuary, precision: 'year' }
  if (years >= 45 && chance.happens(0.08)) return { born: firstOfJanuary, precision: 'day' }
  if (years >= 50 && chance.happens(0.015)) return { born, precision: 'age' }
  return { born, precision: 'day' }
}

function nikOf(member: Member, born: CalendarDate, region: string, { numbers, chance }: Making): string {
  // An issued NIK stays as it is even where its day is wrong (`domain.md` 1.1 rule 3).
  const inNik = born < '2010-01-01' && chance.happens(0.006) ? addDays(born, chance.whole(1, 9)) : born
  return numbers.nik(region, member.sex, inNik)
}

function coversOf(
  memberships: readonly Membership[],
  person: Pick<Person, 'born' | 'diedOn' | 'jkn'>,
  { clinic, chance }: Making,
): readonly Cover[] {
  const elsewhere = chance.happens(0.06)
  return memberships.flatMap((one) => {
    const from = one.from < person.born ? person.born : one.from
    const to = person.diedOn && (one.to === null || person.diedOn < one.to) ? person.diedOn : one.to
    if (to !== null && to < from) return []
    const isJkn = one.scheme.startsWith('JKN')
    const card = isJkn ? person.jkn : one.scheme === 'SKTM' ? null : String(chance.whole(100_000, 999_999))
    const registeredAt = isJkn ? (elsewhere ? 'Klinik Pratama Sehat Bersama' : clinic.name) : null
    return [{ scheme: one.scheme, card, registeredAt, from, to, active: one.active }]
  })
}

function deathOf(born: CalendarDate, period: Period, chance: Chance): CalendarDate | null {
  const { years } = ageOn(period.until, born)
  const share = years >= 75 ? 0.07 : years >= 60 ? 0.025 : years >= 40 ? 0.004 : 0
  return chance.happens(share)
    ? addDays(period.from, chance.whole(5, daysBetween(period.from, period.until) - 5))
    : null
}

function madePerson(member: Member, home: Home, memberships: readonly Membership[], making: Making): Person {
  const { chance, period, numbers } = making
  const birth = knownBirth(member.born, period.until, chance)
  const noNikReason =
    birth.precision === 'age' ? 'not-recorded' : missingNik(birth.born, period.until, chance)
  const own = chance.happens(0.07) ? [] : memberships
  const jkn = own.some((one) => one.scheme.startsWith('JKN')) ? numbers.jkn() : null
  const diedOn = deathOf(birth.born, period, chance)
  const isAdult = ageOn(period.until, birth.born).years >= 17
  return {
    ...birth,
    name: member.name,
    sex: member.sex,
    birthPlace: chance.pick(BIRTH_PLACES),
    nik: noNikReason ? null : nikOf(member, birth.born, regionOf(home, chance), making),
    noNikReason,
    relation: member.relation,
    jkn,
    // 0899 0000 …: a block in which no real telephone was ever seen.
    phone:
      isAdult && chance.happens(0.55) ? `08990000${String(chance.whole(0, 9999)).padStart(4, '0')}` : null,
    motherName: member.motherName,
    diedOn,
    deathDayKnown: chance.happens(0.8),
    covers: coversOf(own, { born: birth.born, diedOn, jkn }, making),
  }
}

function issuedOn(chance: Chance): CalendarDate {
  return addDays(calendarDate('2012-01-01'), chance.whole(0, 4900))
}

function familyOf(folder: number, making: Making): Family {
  const { chance, period, numbers } = making
  const home = madeHome(making)
  const cover = madeFamilyCover(period, chance)
  const members = madeFamily(period.until, chance)
  return {
    kk: chance.happens(0.95)
      ? numbers.kk(home.area?.slice(0, 6) ?? chance.pick(REGIONS_AROUND), issuedOn(chance))
      : null,
    folder,
    oldFolder: chance.happens(0.55) ? String(chance.whole(100, 9899)).padStart(4, '0') : null,
    home,
    members: members.map((member) => madePerson(member, home, cover.memberships, making)),
    poverty: cover.poverty,
  }
}

/** The families of a clinic, each with everybody on its card. */
export function madePopulation(families: number, making: Making): readonly Family[] {
  return Array.from({ length: families }, (_, index) => familyOf(index + 1, making))
}
