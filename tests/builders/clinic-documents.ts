import { calendarDate, WEEKDAYS } from '../../shared/calendar/calendar-date.ts'
import { instantAt, instantOf } from '../../shared/calendar/instant.ts'
import { newFact, newRecord, type Authorship } from '../../shared/sync/edit-record.ts'

/** A stored document as another program would see it. */
export type AnyDocument = { readonly _id: string; readonly type: string; readonly [field: string]: unknown }

const ALPHABET = /[^0-9A-HJKMNP-TV-Z]/g

/** A ULID that names what it stands for: `siti` gives `…00S1T1`; letters that ULIDs lack become digits that look alike. */
export function namedUlid(name: string): string {
  const readable = name
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/U/g, 'V')
    .replace(ALPHABET, '0')
  return readable.slice(0, 25).padStart(26, '0')
}

const AUTHOR: Authorship = {
  by: 'sari.loket',
  device: '1031948-A',
  now: instantOf(Date.UTC(2026, 9, 31, 1)),
  writer: '1031948-A.k3',
  lastStamp: undefined,
}

export const patientId = (name: string) => `patient:${namedUlid(name)}`
export const householdId = (name: string) => `household:${namedUlid(name)}`
export const encounterId = (name: string, on: string) => `encounter:${on}:${namedUlid(name)}`
export const conditionId = (name: string, visit: string, on: string) =>
  `condition:${on}:${namedUlid(visit)}:${namedUlid(name)}`
export const practitionerId = (name: string) => `practitioner:${namedUlid(name)}`

/** A wall clock time of the clinic, which is in WIB. */
export const moment = (on: string, time: string) => instantAt(calendarDate(on), time, 'WIB')

type Over = Readonly<Record<string, unknown>>

export function anAddress(area: string | null, outside: string | null = null) {
  return { text: 'Jl. Contoh 1', rt: '01', rw: '02', area, outside }
}

export function aPatient(name: string, over: Over = {}): AnyDocument {
  return newRecord(
    {
      _id: patientId(name),
      type: 'patient',
      schema: 1,
      name,
      sex: 'P',
      birth: { on: '1990-04-12', precision: 'day' },
      nik: null,
      noNikReason: 'not-brought',
      household: null,
      relation: null,
      address: anAddress('3577011001'),
      jkn: null,
      rm: null,
      oldRm: null,
      deceased: null,
      status: 'active',
      ...over,
    },
    AUTHOR,
  )
}

export function aHousehold(name: string, over: Over = {}): AnyDocument {
  return newRecord(
    {
      _id: householdId(name),
      type: 'household',
      schema: 1,
      kk: null,
      headName: name,
      address: anAddress('3577011001'),
      status: 'active',
      ...over,
    },
    AUTHOR,
  )
}

export function aFinding(household: string, name: string, over: Over = {}): AnyDocument {
  return newFact(
    {
      _id: `poverty:${namedUlid(household)}:${namedUlid(name)}`,
      type: 'poverty',
      schema: 1,
      household: householdId(household),
      poor: true,
      source: 'DTSEN',
      desil: 2,
      from: '2026-01-01',
      letter: null,
      ...over,
    },
    AUTHOR,
  )
}

export function aCover(name: string, patient: string, scheme: string, over: Over = {}): AnyDocument {
  return newRecord(
    {
      _id: `coverage:${namedUlid(name)}`,
      type: 'coverage',
      schema: 1,
      patient: patientId(patient),
      scheme,
      card: null,
      registeredAt: null,
      from: '2020-01-01',
      to: null,
      active: true,
      checkedOn: '2026-01-01',
      source: 'card-seen',
      ...over,
    },
    AUTHOR,
  )
}

export function aVisit(
  name: string,
  on: string,
  time: string,
  patient: string,
  over: Over = {},
): AnyDocument {
  return newRecord(
    {
      _id: encounterId(name, on),
      type: 'encounter',
      schema: 1,
      patient: patientId(patient),
      on,
      arrivedAt: moment(on, time),
      unit: 'UMUM',
      payer: 'UMUM',
      coverage: null,
      kind: 'sakit',
      place: 'inside',
      queue: null,
      status: 'served',
      servedBy: 'poli',
      cancelReason: null,
      replaces: null,
      ...over,
    },
    AUTHOR,
  )
}

export function aDiagnosis(
  name: string,
  visit: { readonly name: string; readonly on: string; readonly patient: string },
  code: string,
  over: Over = {},
): AnyDocument {
  return newRecord(
    {
      _id: conditionId(name, visit.name, visit.on),
      type: 'condition',
      schema: 1,
      encounter: encounterId(visit.name, visit.on),
      patient: patientId(visit.patient),
      on: visit.on,
      code,
      rank: 'primary',
      control: false,
      courseOverride: null,
      status: 'active',
      ...over,
    },
    AUTHOR,
  )
}

export function seenBefore(patient: string, lastVisit: string): AnyDocument {
  return newRecord(
    {
      _id: `seen-before:${namedUlid(patient)}`,
      type: 'seen-before',
      schema: 1,
      patient: patientId(patient),
      lastVisit,
      source: 'import',
    },
    AUTHOR,
  )
}

export function knownCondition(patient: string, category: string, since: string): AnyDocument {
  return newRecord(
    {
      _id: `known-condition:${namedUlid(patient)}:${category}`,
      type: 'known-condition',
      schema: 1,
      patient: patientId(patient),
      category,
      since,
      source: 'import',
    },
    AUTHOR,
  )
}

export function aPractitioner(name: string, over: Over = {}): AnyDocument {
  const hours = Object.fromEntries(
    WEEKDAYS.map((day) => [day, day === 'sun' ? null : { start: '07:30', end: '14:00' }]),
  )
  return newRecord(
    {
      _id: practitionerId(name),
      type: 'practitioner',
      schema: 1,
      name,
      profession: 'perawat',
      username: null,
      employedFrom: '2026-10-01',
      employedUntil: null,
      schedules: [{ from: '2026-01-01', hours }],
      ...over,
    },
    AUTHOR,
  )
}

export function aPunch(name: string, who: string, on: string, time: string, kind: 'in' | 'out'): AnyDocument {
  return newFact(
    {
      _id: `punch:${on}:${namedUlid(who)}:${namedUlid(name)}`,
      type: 'punch',
      schema: 1,
      practitioner: practitionerId(who),
      on,
      kind,
      punchedAt: moment(on, time),
      clock: 'hub',
    },
    AUTHOR,
  )
}

export function aLeave(name: string, who: string, code: string, from: string, until = from): AnyDocument {
  return newFact(
    {
      _id: `leave:${from}:${namedUlid(who)}:${namedUlid(name)}`,
      type: 'leave',
      schema: 1,
      practitioner: practitionerId(who),
      code,
      from,
      until,
      reason: 'surat terlampir',
      withdraws: null,
    },
    AUTHOR,
  )
}

/** The year's holidays as the district publishes them: here one day of the district's own. */
export function localHoliday(on: string): AnyDocument {
  return newFact(
    {
      _id: `holidays:${on.slice(0, 4)}`,
      type: 'holidays',
      schema: 1,
      year: Number(on.slice(0, 4)),
      days: [{ on, name: 'Hari jadi', kind: 'local' }],
    },
    AUTHOR,
  )
}

export function aFacility(over: Over = {}): AnyDocument {
  return newFact(
    {
      _id: 'facility:1031948',
      type: 'facility',
      schema: 1,
      code: '1031948',
      name: 'Puskesmas Uji',
      address: 'Jl. Uji 1, Madiun',
      zone: 'WIB',
      workingArea: ['3577011001', '3577011002'],
      goLive: '2026-01-05',
      head: { name: 'dr. Kepala Uji', nip: '197001011990011001' },
      authority: 'hub',
      hubs: ['/'],
      ...over,
    },
    AUTHOR,
  )
}
