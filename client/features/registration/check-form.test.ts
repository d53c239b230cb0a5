import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import { HouseholdId } from '../../../shared/documents/ids.ts'
import { checkForm, tidyName } from './check-form.ts'
import { EMPTY_FORM, formFromSearch, readForm, type RegistrationForm } from './registration-form.ts'

const today = calendarDate('2026-10-31')
const household = HouseholdId.parse('household:01JBX5X5X5X5X5X5X5X5X5X5X5')
const filled: RegistrationForm = {
  ...EMPTY_FORM,
  name: '  siti   AMINAH ',
  sex: 'P',
  birth: '12 3 85',
  area: '3577031003',
}
const faultsOf = (change: Partial<RegistrationForm>) => {
  const reading = checkForm({ ...filled, ...change }, today)
  return reading.ok ? [] : reading.faults.map(({ field, problem }) => `${field}: ${problem}`)
}
const saved = (change: Partial<RegistrationForm>) => {
  const reading = checkForm({ ...filled, ...change }, today)
  if (!reading.ok) throw new Error(`not saved: ${JSON.stringify(reading.faults)}`)
  return reading.registration
}

describe('the registration form', () => {
  it('needs only a name, a sex, a birth and where the person lives', () => {
    expect(faultsOf({})).toEqual([])
    expect(saved({}).content.name).toBe('siti AMINAH')
  })

  it('names each of the four in the order of the form when nothing is filled in', () => {
    const reading = checkForm(EMPTY_FORM, today)
    expect(reading.ok ? [] : reading.faults.map((fault) => fault.field)).toEqual([
      'name',
      'sex',
      'birth',
      'area',
    ])
  })

  it.each([
    [{ nik: '357703' }, 'nik: nik.nik-not-16-digits'],
    [{ nik: '3577035203850000' }, 'nik: nik.nik-serial-zero'],
    [{ birth: '31 2 1990' }, 'birth: birth.impossible'],
    [{ familyText: 'Suparno' }, 'family: family.unchosen'],
    [{ family: { kind: 'new' } as const, newKk: '123', newHead: 'Budi' }, 'newKk: kk-new.wrong'],
    [{ family: { kind: 'new' } as const }, 'newHead: head.missing'],
    [{ jkn: '123' }, 'jkn: jkn.wrong'],
    [{ scheme: 'UMUM' }, 'coverFrom: cover.from.missing'],
    [{ scheme: 'SKTM', coverFrom: '1 3 2026', coverTo: '1 2 2026' }, 'coverTo: cover.order'],
    [{ poor: 'yes' as const, povertyFrom: '1-3-2026' }, 'poor: poverty.needs-family'],
  ])('%j: %s', (change, expected) => {
    expect(faultsOf(change)).toEqual([expected])
  })

  it('saves a NIK as digits, and a reason only where there is none', () => {
    const withNik = saved({ nik: '3577 0352 0385 0001', noNikReason: 'not-brought' }).content
    expect([withNik.nik, withNik.noNikReason]).toEqual(['3577035203850001', null])
    expect(saved({ noNikReason: 'newborn' }).content).toMatchObject({ nik: null, noNikReason: 'newborn' })
  })

  it('takes the head of a new family from the patient who is the head', () => {
    const { family } = saved({ family: { kind: 'new' }, relation: '00', newKk: '3577031203100001' })
    expect(family).toEqual({ kind: 'new', kk: '3577031203100001', headName: 'siti AMINAH' })
  })

  it('keeps cover and poverty with the days from which they hold', () => {
    const existing = { kind: 'existing', id: household, kk: null, headName: 'Budi', members: 2 } as const
    const { cover, poverty, family } = saved({
      family: existing,
      jkn: '0001234567890',
      scheme: 'JKN_PBI_APBN',
      coverFrom: '1-1-2026',
      poor: 'yes',
      desil: '3',
      povertyFrom: '5 3 2026',
    })
    expect(family).toEqual({ kind: 'existing', id: household })
    expect(cover).toMatchObject({
      scheme: 'JKN_PBI_APBN',
      card: '0001234567890',
      from: '2026-01-01',
      to: null,
    })
    expect(poverty).toEqual({ poor: true, source: 'DTSEN', desil: 3, from: '2026-03-05', letter: null })
  })
})

describe('a name when it is saved', () => {
  it.each([
    ['SITI AMINAH', 'Siti Aminah'],
    ['by. ny. sri', 'By. Ny. Sri'],
    ["nur'aini", "Nur'aini"],
    ['Siti aMINAH', 'Siti aMINAH'],
  ])('%s: %s', (typed, tidy) => {
    expect(tidyName(typed)).toBe(tidy)
  })
})

describe('what was typed into the search box', () => {
  it.each([
    ['Siti Aminah', { name: 'Siti Aminah' }],
    ['3577 0352 0385 0001', { nik: '3577035203850001' }],
    ['0001234567890', { jkn: '0001234567890' }],
    ['0812-3456-7890', { phone: '081234567890' }],
    ['A-0123', {}],
  ])('%s goes where it belongs', (typed, expected) => {
    expect(formFromSearch(typed)).toEqual({ ...EMPTY_FORM, ...expected })
  })

  it('reads a draft of an older program, and refuses what is none', () => {
    expect(readForm({ name: 'Siti', sex: 'P' })).toEqual({ ...EMPTY_FORM, name: 'Siti', sex: 'P' })
    expect(readForm('Siti')).toBeNull()
  })
})
