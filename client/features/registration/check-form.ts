import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { bareNumber, parseNik, type NikProblem } from '../../../shared/people/nik.ts'
import type { FamilyChoice, NewCover, NewPatient, NewPoverty } from '../../data/bridge/contract.ts'
import { readDay } from '../../i18n/typed-day.ts'
import type { RegistrationForm } from './registration-form.ts'
import { readBirth, type BirthProblem } from './typed-birth.ts'

/** Fields that may be at fault; these are the ids of their controls too. */
export type FormField =
  | 'nik'
  | 'name'
  | 'sex'
  | 'birth'
  | 'family'
  | 'newKk'
  | 'newHead'
  | 'area'
  | 'jkn'
  | 'coverFrom'
  | 'coverTo'
  | 'poor'
  | 'povertyFrom'

export type FormProblem =
  | `nik.${NikProblem}`
  | 'name.missing'
  | 'name.long'
  | 'sex.missing'
  | `birth.${BirthProblem}`
  | 'family.unchosen'
  | 'kk-new.wrong'
  | 'head.missing'
  | 'area.missing'
  | 'jkn.wrong'
  | 'cover.from.missing'
  | 'cover.order'
  | 'date.wrong'
  | 'poverty.needs-family'

export type FormFault = { readonly field: FormField; readonly problem: FormProblem }

export type Registration = {
  readonly content: NewPatient
  readonly family: FamilyChoice
  readonly cover: NewCover | null
  readonly poverty: NewPoverty | null
}

export type FormReading =
  | { readonly ok: true; readonly registration: Registration }
  | { readonly ok: false; readonly faults: readonly FormFault[] }

const LONGEST_NAME = 120

/** Spaces made single, and capitals set where somebody typed all letters alike; mixed writing is left alone. */
export function tidyName(typed: string): string {
  const name = typed.trim().replace(/\s+/g, ' ')
  if (name !== name.toLowerCase() && name !== name.toUpperCase()) return name
  return name
    .toLowerCase()
    .replace(/(^|[\s.\-(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function fault(isWrong: boolean, field: FormField, problem: FormProblem): readonly FormFault[] {
  return isWrong ? [{ field, problem }] : []
}

function personFaults(form: RegistrationForm, today: CalendarDate): readonly FormFault[] {
  const nik = parseNik(form.nik)
  const birth = readBirth(form.birth, today)
  return [
    ...(bareNumber(form.nik) === '' || nik.ok ? [] : fault(true, 'nik', `nik.${nik.problem}`)),
    ...fault(form.name.trim() === '', 'name', 'name.missing'),
    ...fault(tidyName(form.name).length > LONGEST_NAME, 'name', 'name.long'),
    ...fault(form.sex === '', 'sex', 'sex.missing'),
    ...(birth.ok ? [] : fault(true, 'birth', `birth.${birth.problem}`)),
  ]
}

function familyFaults(form: RegistrationForm): readonly FormFault[] {
  const kk = bareNumber(form.newKk)
  const isNew = form.family.kind === 'new'
  return [
    ...fault(form.family.kind === 'none' && form.familyText.trim() !== '', 'family', 'family.unchosen'),
    ...fault(isNew && kk !== '' && !/^\d{16}$/.test(kk), 'newKk', 'kk-new.wrong'),
    ...fault(isNew && headOf(form) === '', 'newHead', 'head.missing'),
    ...fault(form.area === null && form.outside === null, 'area', 'area.missing'),
  ]
}

/** The head's name of a new family: the patient's own where the patient is the head. */
function headOf(form: RegistrationForm): string {
  if (form.newHead.trim() !== '') return tidyName(form.newHead)
  return form.relation === '00' ? tidyName(form.name) : ''
}

function coverFaults(form: RegistrationForm, today: CalendarDate): readonly FormFault[] {
  const [from, to] = [readDay(form.coverFrom, today), readDay(form.coverTo, today)]
  const covered = form.scheme !== ''
  return [
    ...fault(bareNumber(form.jkn) !== '' && !/^\d{13}$/.test(bareNumber(form.jkn)), 'jkn', 'jkn.wrong'),
    ...fault(covered && form.coverFrom.trim() === '', 'coverFrom', 'cover.from.missing'),
    ...fault(covered && form.coverFrom.trim() !== '' && from === null, 'coverFrom', 'date.wrong'),
    ...fault(covered && form.coverTo.trim() !== '' && to === null, 'coverTo', 'date.wrong'),
    ...fault(covered && from !== null && to !== null && to < from, 'coverTo', 'cover.order'),
    ...fault(form.poor !== '' && form.family.kind === 'none', 'poor', 'poverty.needs-family'),
    ...fault(form.poor !== '' && readDay(form.povertyFrom, today) === null, 'povertyFrom', 'date.wrong'),
  ]
}

function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim()
}

function contentOf(form: RegistrationForm, today: CalendarDate): NewPatient | null {
  const birth = readBirth(form.birth, today)
  if (!birth.ok || form.sex === '') return null
  const nik = orNull(bareNumber(form.nik))
  return {
    name: tidyName(form.name),
    sex: form.sex,
    birth: birth.birth,
    birthPlace: orNull(form.birthPlace),
    nik,
    noNikReason: nik === null ? form.noNikReason || null : null,
    relation: form.family.kind === 'none' ? null : orNull(form.relation),
    address: {
      text: form.address.trim().replace(/\s+/g, ' '),
      rt: form.rt.trim(),
      rw: form.rw.trim(),
      area: form.area,
      outside: form.outside,
    },
    phone: orNull(form.phone.replace(/[\s.-]/g, '')),
    jkn: orNull(bareNumber(form.jkn)),
    oldRm: orNull(form.oldRm),
  }
}

function familyOf(form: RegistrationForm): FamilyChoice {
  if (form.family.kind === 'existing') return { kind: 'existing', id: form.family.id }
  if (form.family.kind === 'none') return { kind: 'none' }
  return { kind: 'new', kk: orNull(bareNumber(form.newKk)), headName: headOf(form) }
}

function coverOf(form: RegistrationForm, today: CalendarDate): NewCover | null {
  const from = readDay(form.coverFrom, today)
  if (form.scheme === '' || from === null) return null
  const isJkn = form.scheme.startsWith('JKN_')
  return {
    scheme: form.scheme,
    card: orNull(form.coverCard) ?? (isJkn ? orNull(bareNumber(form.jkn)) : null),
    registeredAt: orNull(form.coverAt),
    from,
    to: readDay(form.coverTo, today),
  }
}

function povertyOf(form: RegistrationForm, today: CalendarDate): NewPoverty | null {
  const from = readDay(form.povertyFrom, today)
  if (form.poor === '' || from === null) return null
  return {
    poor: form.poor === 'yes',
    source: form.povertySource,
    desil: form.desil === '' ? null : Number(form.desil),
    from,
    letter: orNull(form.povertyLetter),
  }
}

/** The record that the form means, or every fault in it in the order of the form's fields. */
export function checkForm(form: RegistrationForm, today: CalendarDate): FormReading {
  const faults = [...personFaults(form, today), ...familyFaults(form), ...coverFaults(form, today)]
  const content = faults.length === 0 ? contentOf(form, today) : null
  if (!content) return { ok: false, faults }
  return {
    ok: true,
    registration: {
      content,
      family: familyOf(form),
      cover: coverOf(form, today),
      poverty: povertyOf(form, today),
    },
  }
}
