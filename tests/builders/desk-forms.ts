import { calendarDate, type CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { EncounterId, PatientId } from '../../shared/documents/ids.ts'
import type { Commands, NewPatient } from '../../client/data/bridge/contract.ts'
import { namedUlid } from './clinic-documents.ts'

/** What a clerk types, valid by default; each test changes what it is about. */
export function patientForm(name: string, changes: Partial<NewPatient> = {}): NewPatient {
  return {
    name,
    sex: 'P',
    birth: { on: calendarDate('1990-02-28'), precision: 'day' },
    birthPlace: 'Madiun',
    nik: null,
    noNikReason: 'not-brought',
    relation: '00',
    address: { text: 'Jl. Serayu 3', rt: '001', rw: '002', area: '3577011001', outside: null },
    phone: null,
    jkn: null,
    oldRm: null,
    ...changes,
  }
}

export function patientId(name: string): PatientId {
  return `patient:${namedUlid(name)}` as PatientId
}

export function registration(
  name: string,
  changes: Partial<NewPatient> = {},
): Commands['patients.register']['in'] {
  return {
    patient: patientId(name),
    content: patientForm(name, changes),
    family: { kind: 'new', kk: null, headName: name },
    cover: null,
    poverty: null,
    draftKey: null,
  }
}

export function visitId(name: string, day: CalendarDate): EncounterId {
  return `encounter:${day}:${namedUlid(name)}` as EncounterId
}

export function visitOf(name: string, day: CalendarDate): Commands['visits.open']['in'] {
  return {
    encounter: visitId(name, day),
    patient: patientId(name),
    unit: 'UMUM',
    payer: 'UMUM',
    coverage: null,
    kind: 'sakit',
    queue: true,
  }
}

export function diagnosis(code: string): Commands['conditions.record']['in']['diagnoses'][number] {
  return { id: null, code, rank: 'primary', control: false, courseOverride: null }
}
