import { addDays, calendarDate } from '../../shared/calendar/calendar-date.ts'
import {
  aCover,
  aDiagnosis,
  aFinding,
  aHousehold,
  anAddress,
  aPatient,
  aPractitioner,
  aPunch,
  aVisit,
  namedUlid,
  type AnyDocument,
} from '../builders/clinic-documents.ts'

export const VISITS_A_MONTH = 6000
const PEOPLE = 4000
const FAMILIES = 1200
const STAFF = 30

/** Codes in a realistic spread: a few everyday ones, some chronic, some that no row counts. */
const CODES = [
  'J06.9',
  'J00',
  'I10',
  'K29.7',
  'M79.1',
  'A09',
  'E11.9',
  'L23.9',
  'K30',
  'R51',
  'J02.9',
  'L02.9',
  'H10.9',
]

/** Numbers without chance: the same clinic whenever it is made. */
const spread = (index: number, step: number, size: number) => (index * step) % size
const name = (kind: string, index: number) => `${kind}${String(index).padStart(6, '0')}`
const day = (offset: number) => addDays(calendarDate('2026-10-01'), offset)
const time = (index: number) =>
  `0${String(7 + spread(index, 1, 3))}:${String(spread(index, 17, 60)).padStart(2, '0')}`

function people(): readonly AnyDocument[] {
  return Array.from({ length: PEOPLE }, (_, index) =>
    aPatient(name('P', index), {
      sex: index % 2 === 0 ? 'P' : 'L',
      birth: { on: addDays(calendarDate('1940-01-01'), spread(index, 7919, 31_000)), precision: 'day' },
      nik: `35770${String(index).padStart(11, '1')}`,
      noNikReason: null,
      household: `household:${namedUlid(name('K', spread(index, 1, FAMILIES)))}`,
      address: anAddress(index % 7 === 0 ? '3577011002' : '3577011001'),
    }),
  )
}

function families(): readonly AnyDocument[] {
  return Array.from({ length: FAMILIES }, (_, index) => [
    aHousehold(name('K', index), { kk: `35770${String(index).padStart(11, '2')}` }),
    ...(index % 3 === 0 ? [aFinding(name('K', index), 'F')] : []),
  ]).flat()
}

function covers(): readonly AnyDocument[] {
  return Array.from({ length: PEOPLE / 2 }, (_, index) =>
    aCover(name('C', index), name('P', index * 2), 'JKN_PBI_APBN'),
  )
}

function visits(): readonly AnyDocument[] {
  return Array.from({ length: VISITS_A_MONTH }, (_, index) => {
    const visit = {
      name: name('V', index),
      on: day(spread(index, 1, 31)),
      patient: name('P', spread(index, 2741, PEOPLE)),
    }
    const codes = [
      CODES[spread(index, 5, CODES.length)],
      ...(index % 3 === 0 ? [CODES[spread(index, 7, CODES.length)]] : []),
    ]
    return [
      aVisit(visit.name, visit.on, time(index), visit.patient, {
        payer: index % 2 === 0 ? 'JKN_PBI_APBN' : 'UMUM',
      }),
      ...codes.map((code, place) =>
        aDiagnosis(name(`D${String(place)}`, index), visit, code ?? 'J00', {
          rank: place === 0 ? 'primary' : 'secondary',
        }),
      ),
    ]
  }).flat()
}

function staff(): readonly AnyDocument[] {
  return Array.from({ length: STAFF }, (_, who) => [
    aPractitioner(name('S', who)),
    ...Array.from({ length: 31 }, (_day, offset) => [
      aPunch(name('I', offset), name('S', who), day(offset), time(who + offset), 'in'),
      aPunch(name('O', offset), name('S', who), day(offset), '14:05', 'out'),
    ]).flat(),
  ]).flat()
}

/** One clinic's databases: people, families, cover, a month of visits with 1.3 diagnoses each, staff and punches. */
export function benchClinic(): readonly AnyDocument[] {
  return [...people(), ...families(), ...covers(), ...visits(), ...staff()]
}
