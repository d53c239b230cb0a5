import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { isDay, isDayOrNull, isDisputed, isText, isTextOrNull, said, type RawDocument } from './fields.ts'
import type { CoverRecord, FindingRecord, HouseholdRecord, PersonRecord, Residence } from './record-types.ts'

/*
 * Documents were checked against their schemas when they were pushed. Here each field that a report needs is only
 * looked at; what does not have its shape makes the whole document unreadable (`undefined`), never a wrong number.
 */

function residenceOf(address: unknown): Residence | undefined {
  if (typeof address !== 'object' || address === null) return undefined
  const { area, outside } = address as RawDocument
  return isTextOrNull(area) && isTextOrNull(outside) ? { area, faraway: outside !== null } : undefined
}

function birthDayOf(birth: unknown): CalendarDate | null | undefined {
  if (birth === undefined) return null
  const on = typeof birth === 'object' && birth !== null ? (birth as RawDocument)['on'] : undefined
  return isDay(on) ? on : undefined
}

function deceasedOf(value: unknown): PersonRecord['deceased'] | undefined {
  if (value === null || value === undefined) return null
  const on = typeof value === 'object' ? (value as RawDocument)['on'] : undefined
  return isDayOrNull(on) ? { on } : undefined
}

const PERSON_CONSEQUENCES = ['birth', 'sex', 'deceased']

export function readPerson(doc: RawDocument): PersonRecord | undefined {
  const { _id: id, household, address, status } = doc
  const disputed = isDisputed(doc, PERSON_CONSEQUENCES)
  const [sex, nik] = [said(doc, 'sex') ?? null, said(doc, 'nik') ?? null]
  const [born, deceased, residence] = [
    birthDayOf(said(doc, 'birth')),
    deceasedOf(said(doc, 'deceased')),
    residenceOf(address),
  ]
  if (!isText(id) || !isTextOrNull(nik) || !isTextOrNull(household)) return undefined
  if (sex !== 'L' && sex !== 'P' && !(sex === null && disputed)) return undefined
  if (born === undefined || (born === null && !disputed) || deceased === undefined || !residence)
    return undefined
  return {
    id,
    sex,
    born,
    nik,
    household,
    residence,
    withdrawn: status === 'entered-in-error',
    deceased,
    disputed,
  }
}

export function readHousehold(doc: RawDocument): HouseholdRecord | undefined {
  const { _id: id, address, status } = doc
  const kk = said(doc, 'kk') ?? null
  const residence = residenceOf(address)
  if (!isText(id) || !isTextOrNull(kk) || !residence) return undefined
  return { id, kk, residence, withdrawn: status === 'entered-in-error' }
}

export function readCover(doc: RawDocument): CoverRecord | undefined {
  const { _id: id, patient, scheme } = doc
  const [from, to, active] = [said(doc, 'from'), said(doc, 'to') ?? null, said(doc, 'active') ?? false]
  if (!isText(id) || !isText(patient) || !isText(scheme) || typeof active !== 'boolean') return undefined
  if (!isDay(from) || !isDayOrNull(to)) return undefined
  return { id, patient, scheme, from, to, active }
}

export function readFinding(doc: RawDocument): FindingRecord | undefined {
  const { _id: id, household, poor, desil, from, stamp } = doc
  if (!isText(id) || !isText(household) || !isText(stamp) || typeof poor !== 'boolean' || !isDay(from))
    return undefined
  if (desil !== null && typeof desil !== 'number') return undefined
  return { id, household, poor, desil, from, stamp }
}
