import { calendarDate, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { AREAS } from '../../shared/codes/areas.ts'
import { CHRONIC_CATEGORIES } from '../../shared/codes/chronic-categories.ts'
import { ICD10 } from '../../shared/codes/icd10.ts'
import { NATIONAL_HOLIDAYS } from '../../shared/codes/national-holidays.ts'
import { PAYERS } from '../../shared/codes/payers.ts'
import { USUAL_UNITS } from '../../shared/codes/units.ts'
import { SETTINGS, type SettingKey } from '../../shared/documents/setting.ts'
import form11 from '../../shared/reports/form-11/mapping.json' with { type: 'json' }
import { newFact } from '../../shared/sync/edit-record.ts'
import type { Chance } from './chance.ts'
import type { Clinic } from './clinics.ts'
import type { ClinicYear } from './clinic-year.ts'
import { atTime, type MadeDocument } from './demo-desks.ts'

/** Sign-in name of the district's admin, who publishes these documents. */
export const DISTRICT_ADMIN = 'admin.dinas'

/** Settings and lists hold from before the first record. */
const IN_FORCE = calendarDate('2025-01-01')

/** Settings that the district has decided itself, with their usual values; the others hold unsaid. */
const DECIDED: readonly SettingKey[] = [
  'visit-new-rule',
  'case-new-rule',
  'counts-as-visit',
  'report-deadline-day',
  'poor-desil',
]

function published(content: MadeDocument): MadeDocument {
  const now = atTime(IN_FORCE, '08:00:00')
  return newFact(content, { by: DISTRICT_ADMIN, device: 'demo', now, writer: 'demo', lastStamp: undefined })
}

/** A civil servant's number: birth, month of appointment, sex, serial. */
function madeNip(chance: Chance): string {
  const birth = `${String(chance.whole(1968, 1985))}${String(chance.whole(1, 12)).padStart(2, '0')}${String(chance.whole(1, 28)).padStart(2, '0')}`
  const appointed = `${String(chance.whole(2003, 2012))}${String(chance.whole(1, 12)).padStart(2, '0')}`
  return `${birth}${appointed}${chance.pick(['1', '2'])}${String(chance.whole(1, 12)).padStart(3, '0')}`
}

function facilityDocument(
  { clinic, staff }: Pick<ClinicYear, 'clinic' | 'staff'>,
  goLive: CalendarDate,
  chance: Chance,
): MadeDocument {
  const head = staff.find((member) => member.role === 'head')
  return published({
    _id: `facility:${clinic.code}`,
    type: 'facility',
    schema: 1,
    code: clinic.code,
    name: clinic.name,
    address: clinic.address,
    zone: 'WIB',
    workingArea: clinic.workingArea,
    goLive,
    head: { name: head?.name ?? '', nip: madeNip(chance) },
    authority: 'hub',
    hubs: ['/'],
  })
}

function unitDocuments(clinic: Clinic): readonly MadeDocument[] {
  return USUAL_UNITS.filter((unit) => clinic.units.includes(unit.code)).map((unit) =>
    published({
      _id: `unit:${clinic.code}:${unit.code}`,
      type: 'unit',
      schema: 1,
      facility: clinic.code,
      code: unit.code,
      name: unit.nameId,
      letter: unit.letter,
      usualKind: unit.visitKind,
      klaster: unit.klaster,
      active: true,
    }),
  )
}

function codeList(list: string, entries: readonly unknown[]): MadeDocument {
  const id = `code-list:${list}:1`
  return published({ _id: id, type: 'code-list', schema: 1, list, version: 1, from: IN_FORCE, entries })
}

function holidaysDocument(year: number): MadeDocument {
  const days = (NATIONAL_HOLIDAYS.get(year) ?? []).map(({ on, name, kind }) => ({ on, name, kind }))
  return published({ _id: `holidays:${String(year)}`, type: 'holidays', schema: 1, year, days })
}

function settingDocument(key: SettingKey): MadeDocument {
  const id = `setting:${key}:${IN_FORCE}`
  return published({ _id: id, type: 'setting', schema: 1, key, from: IN_FORCE, value: SETTINGS[key].usual })
}

/** What the whole district shares: no person in it but the heads of the clinics. */
export function referenceDocuments(
  clinics: readonly Pick<ClinicYear, 'clinic' | 'staff'>[],
  goLive: CalendarDate,
  chance: Chance,
): readonly MadeDocument[] {
  return [
    ...clinics.map((year) => facilityDocument(year, goLive, chance)),
    ...clinics.flatMap(({ clinic }) => unitDocuments(clinic)),
    codeList('icd10', ICD10),
    codeList('areas', AREAS),
    codeList('payers', PAYERS),
    codeList('chronic-categories', CHRONIC_CATEGORIES),
    published({
      _id: 'form-mapping:form-11:1',
      type: 'form-mapping',
      schema: 1,
      form: form11.form,
      version: form11.version,
      from: form11.from,
      rules: form11.rules,
    }),
    ...[...NATIONAL_HOLIDAYS.keys()].map(holidaysDocument),
    ...DECIDED.map(settingDocument),
  ]
}
