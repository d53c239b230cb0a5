import fc from 'fast-check'
import { addDays, calendarDate } from '../../shared/calendar/calendar-date.ts'
import {
  aCover,
  aDiagnosis,
  aFinding,
  aHousehold,
  anAddress,
  aPatient,
  aVisit,
  knownCondition,
  namedUlid,
  seenBefore,
  type AnyDocument,
} from '../builders/clinic-documents.ts'
import { AREA_A, AREA_B } from './small-clinic.ts'

/** Codes of every kind: acute, chronic, of sub-rows, with an age or sex condition, Z codes and such as no row counts. */
const CODES = [
  'A09',
  'J00',
  'J20.9',
  'J40',
  'I10',
  'E11.9',
  'E11.0',
  'B35.0',
  'B35.4',
  'B35.9',
  'J18.0',
  'J18.9',
  'K29.7',
]
const MORE_CODES = [
  'A59.0',
  'H25.9',
  'Z21',
  'Z00.0',
  'J06.9',
  'P23.9',
  'S52.90',
  'E10',
  'J12.9',
  'F41.2',
  'F41.0',
  'O80.9',
]

const PEOPLE = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'] as const
const FAMILIES = ['k1', 'k2', 'k3'] as const
const NIKS = [null, '3577011234560001', '3577011234560002'] as const

const dayBetween = (first: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((offset) => addDays(calendarDate(first), offset))

/** Births on the edges of the age columns as seen from October 2026, leap days and the very old among them. */
const birth = fc.oneof(
  dayBetween('2026-08-25', 70),
  dayBetween('2025-09-25', 45),
  fc.constantFrom('2024-02-29', '2012-02-29', '1956-02-29', '1910-01-01', '1919-12-31'),
  fc
    .tuple(
      fc.constantFrom(2021, 2016, 2011, 2006, 2001, 1981, 1971, 1966, 1956, 1915),
      dayBetween('2026-09-28', 36),
    )
    .map(([year, day]) => `${String(year)}${day.slice(4)}`),
)

const person = fc.record({
  sex: fc.constantFrom('L', 'P'),
  birth,
  household: fc.option(fc.constantFrom(...FAMILIES), { nil: null }),
  address: fc.constantFrom(
    anAddress(AREA_A),
    anAddress(AREA_B),
    anAddress('3578011001'),
    anAddress(null),
    anAddress(null, 'Kab. Ngawi'),
  ),
  nik: fc.constantFrom(...NIKS, null, null),
  deceased: fc.constantFrom(null, null, null, { on: '2026-10-31' }, { on: '2026-11-01' }, { on: null }),
  status: fc.constantFrom('active', 'active', 'active', 'active', 'entered-in-error'),
})

const diagnosis = fc.record({
  code: fc.constantFrom(...CODES, ...MORE_CODES),
  rank: fc.constantFrom('primary', 'secondary'),
  control: fc.constantFrom(false, false, false, true),
  courseOverride: fc.constantFrom(
    null,
    null,
    null,
    { course: 'baru', reason: 'uji' },
    { course: 'lama', reason: 'uji' },
  ),
  status: fc.constantFrom('active', 'active', 'active', 'entered-in-error'),
})

const visit = fc.record({
  on: fc.oneof(
    fc.constantFrom('2026-10-05', '2026-10-19', '2026-10-20').map(calendarDate),
    dayBetween('2026-10-01', 30),
    dayBetween('2026-09-15', 45),
    dayBetween('2025-12-15', 300),
  ),
  time: fc.constantFrom('07:30', '08:00', '08:00', '09:15'),
  patient: fc.constantFrom(...PEOPLE, 'nobody'),
  unit: fc.constantFrom('UMUM', 'GIGI', 'KIA'),
  payer: fc.constantFrom('UMUM', 'JKN_PBI_APBN', 'SKTM'),
  kind: fc.constantFrom('sakit', 'sakit', 'sakit', 'sehat'),
  place: fc.constantFrom('inside', 'outside'),
  status: fc.constantFrom('served', 'served', 'served', 'registered', 'cancelled', 'entered-in-error'),
  diagnoses: fc.array(diagnosis, { maxLength: 4 }),
})

const finding = fc.record({
  family: fc.constantFrom(...FAMILIES),
  poor: fc.boolean(),
  desil: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
  from: dayBetween('2026-08-01', 95),
})

const cover = fc.record({
  patient: fc.constantFrom(...PEOPLE),
  scheme: fc.constantFrom('JKN_PBI_APBN', 'JKN_PPU', 'JAMKESDA', 'SKTM', 'ASURANSI_LAIN', 'UMUM'),
  from: dayBetween('2026-08-01', 95),
  to: fc.option(dayBetween('2026-10-25', 10), { nil: null }),
  active: fc.constantFrom(true, true, false),
})

type Drawn<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never

function visitDocuments(drawn: Drawn<typeof visit>, index: number): readonly AnyDocument[] {
  const { on, time, patient, diagnoses, ...fields } = drawn
  const name = `v${String(index)}`
  const told = {
    servedBy: fields.status === 'served' ? 'poli' : null,
    cancelReason: fields.status === 'cancelled' ? 'pulang' : null,
  }
  return [
    aVisit(name, on, time, patient, { ...fields, ...told }),
    ...diagnoses.map(({ code, ...over }, place) =>
      aDiagnosis(`${name}d${String(place)}`, { name, on, patient }, code, over),
    ),
  ]
}

/** A small clinic with all the trouble that a month can have. */
export const randomClinic: fc.Arbitrary<readonly AnyDocument[]> = fc
  .record({
    people: fc.tuple(...PEOPLE.map(() => person)),
    visits: fc.array(visit, { maxLength: 25 }),
    findings: fc.array(finding, { maxLength: 6 }),
    covers: fc.array(cover, { maxLength: 8 }),
    seen: fc.array(fc.record({ patient: fc.constantFrom(...PEOPLE), on: dayBetween('2025-11-01', 360) }), {
      maxLength: 2,
    }),
    known: fc.array(
      fc.record({
        patient: fc.constantFrom(...PEOPLE),
        category: fc.constantFrom('I10', 'E11', 'J00', 'A09'),
        since: dayBetween('2025-06-01', 520),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ people, visits, findings, covers, seen, known }) => [
    ...people.map(({ household, birth: on, ...over }, index) =>
      aPatient(PEOPLE[index] ?? '', {
        ...over,
        birth: { on, precision: 'day' },
        household: household === null ? null : `household:${namedUlid(household)}`,
      }),
    ),
    ...FAMILIES.map((name) => aHousehold(name)),
    ...findings.map(({ family, ...over }, index) => aFinding(family, `f${String(index)}`, over)),
    ...covers.map(({ patient, scheme, ...over }, index) =>
      aCover(`c${String(index)}`, patient, scheme, over),
    ),
    ...visits.flatMap(visitDocuments),
    ...uniqueById(seen.map(({ patient, on }) => seenBefore(patient, on))),
    ...uniqueById(known.map(({ patient, category, since }) => knownCondition(patient, category, since))),
  ])

function uniqueById(documents: readonly AnyDocument[]): readonly AnyDocument[] {
  return [...new Map(documents.map((one) => [one._id, one])).values()]
}
