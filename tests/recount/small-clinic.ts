import {
  aCover,
  aDiagnosis,
  aFinding,
  aHousehold,
  aLeave,
  anAddress,
  aPatient,
  aPractitioner,
  aPunch,
  aVisit,
  knownCondition,
  namedUlid,
  seenBefore,
  type AnyDocument,
} from '../builders/clinic-documents.ts'

/*
 * October 2026 at one small clinic, made to be counted by hand. What it must give stands in
 * `small-clinic-by-hand.ts`, with the sums.
 *
 * The clinic's records begin on 5 January 2026. It serves two kelurahan, A and B.
 */
export const GO_LIVE = '2026-01-05'
export const AREA_A = '3577011001'
export const AREA_B = '3577011002'
const ELSEWHERE = '3578011001'

const PEOPLE: readonly AnyDocument[] = [
  // Family 1, area A, poor since January (decile 2). Siti stands in the register twice, with one NIK.
  aPatient('siti', { nik: '3577015204900001', noNikReason: null, household: household('k1') }),
  aPatient('siti2', { nik: '3577015204900001', noNikReason: null, household: household('k1') }),
  aPatient('budi', { sex: 'L', birth: born('1961-10-20'), household: household('k1') }),
  aPatient('bayi', { sex: 'L', birth: born('2026-09-20'), household: household('k1') }),
  // Family 2, area A, found not poor. Wati is born on the first of the month.
  aPatient('wati', { birth: born('2026-10-01'), household: household('k2') }),
  // Family 3, area B, poor since 15 October (SKTM).
  aPatient('joko', {
    sex: 'L',
    birth: born('1956-10-15'),
    household: household('k3'),
    address: anAddress(AREA_B),
  }),
  aPatient('nenek', { birth: born('1919-01-01'), household: household('k3'), address: anAddress(AREA_B) }),
  aPatient('tini', { birth: born('2000-02-02'), household: household('k3'), address: anAddress(AREA_B) }),
  aPatient('kakek', {
    sex: 'L',
    birth: born('1930-01-01'),
    household: household('k3'),
    address: anAddress(AREA_B),
    deceased: { on: '2026-10-30' },
  }),
  // Family 4 lives outside the working area, family 5 somewhere that nobody has asked; both poor since the last day.
  aPatient('rina', { birth: born('2012-02-29'), household: household('k4'), address: anAddress(ELSEWHERE) }),
  aPatient('agus', {
    sex: 'L',
    birth: born('2011-10-10'),
    household: household('k5'),
    address: anAddress(null),
  }),
  // Family 6, area A, poor; nobody of it came.
  aPatient('ujang', { sex: 'L', birth: born('1999-09-09'), household: household('k6') }),
  // Without a family.
  aPatient('dewi', { birth: born('1985-05-05'), address: anAddress(AREA_B) }),
  aPatient('slamet', { sex: 'L', birth: born('2026-10-29') }),
]

const FAMILIES: readonly AnyDocument[] = [
  aHousehold('k1', { kk: '3577010101100001' }),
  aHousehold('k2'),
  aHousehold('k3', { address: anAddress(AREA_B) }),
  aHousehold('k4', { address: anAddress(ELSEWHERE) }),
  aHousehold('k5', { address: anAddress(null) }),
  aHousehold('k6'),
  aFinding('k1', 'f1'),
  aFinding('k2', 'f2', { poor: false, source: 'survey', desil: null }),
  aFinding('k3', 'f3', { source: 'SKTM', desil: null, from: '2026-10-15' }),
  aFinding('k4', 'f4', { from: '2026-10-31' }),
  aFinding('k5', 'f5', { from: '2026-10-31' }),
  aFinding('k6', 'f6'),
]

const COVERS: readonly AnyDocument[] = [
  aCover('c1', 'siti2', 'JKN_PBI_APBN'),
  aCover('c2', 'siti', 'SKTM'),
  aCover('c3', 'budi', 'JKN_PBI_APBN', { active: false }),
  aCover('c4', 'budi', 'JAMKESDA'),
  aCover('c5', 'joko', 'JKN_PBI_APBD'),
  aCover('c6', 'nenek', 'JAMKESDA', { to: '2026-10-30' }),
  aCover('c7', 'tini', 'SKTM', { from: '2026-10-01', to: '2026-10-31' }),
  aCover('c8', 'ujang', 'JKN_PBI_APBN'),
]

function household(name: string): string {
  return `household:${namedUlid(name)}`
}

function born(on: string) {
  return { on, precision: 'day' }
}

type Diagnosis = readonly [code: string, over?: Readonly<Record<string, unknown>>]

/** A visit with its diagnoses; the first is the primary one. */
function seen(
  name: string,
  on: string,
  time: string,
  patient: string,
  over: Readonly<Record<string, unknown>>,
  ...codes: readonly Diagnosis[]
): readonly AnyDocument[] {
  const visit = { name, on, patient }
  return [
    aVisit(name, on, time, patient, over),
    ...codes.map(([code, more], index) =>
      aDiagnosis(`${name}d${String(index)}`, visit, code, {
        rank: index === 0 ? 'primary' : 'secondary',
        ...more,
      }),
    ),
  ]
}

const PBI = { payer: 'JKN_PBI_APBN' }
const BEFORE_OCTOBER: readonly AnyDocument[] = [
  ...seen('h1', '2026-03-03', '08:00', 'siti', PBI, ['J00']),
  ...seen('h2', '2026-02-10', '08:00', 'joko', {}, ['E11.9']),
  ...seen('h3', '2026-09-25', '08:00', 'agus', {}, ['A09']),
  seenBefore('rina', '2025-05-05'),
  knownCondition('nenek', 'I10', '2020-01-01'),
]

const OCTOBER: readonly AnyDocument[] = [
  ...seen('v01', '2026-10-01', '07:30', 'siti', PBI, ['J00'], ['K30', { status: 'entered-in-error' }]),
  ...seen('v02', '2026-10-01', '08:00', 'budi', PBI, ['I10'], ['E11.9']),
  ...seen('v03', '2026-10-02', '08:00', 'bayi', { ...PBI, unit: 'KIA' }, ['P38']),
  ...seen('v04', '2026-10-01', '09:00', 'wati', { kind: 'sehat', unit: 'KIA' }, ['Z38.0']),
  ...seen('v05', '2026-10-08', '08:00', 'wati', { unit: 'KIA' }, ['P23.9']),
  ...seen('v06', '2026-10-09', '08:00', 'wati', { unit: 'KIA' }, ['P23.9', { control: true }]),
  ...seen('v07', '2026-10-30', '08:00', 'wati', {}, ['J00']),
  ...seen('v08', '2026-10-14', '08:00', 'joko', { payer: 'JKN_PBI_APBD' }, ['E11.9']),
  ...seen('v09', '2026-10-15', '08:00', 'joko', { payer: 'JKN_PBI_APBD' }, ['E11.9'], ['I10']),
  ...seen('v10', '2026-10-05', '08:00', 'agus', {}, ['A09'], ['J20.9']),
  ...seen('v11', '2026-10-12', '08:00', 'agus', {}, ['J20.9']),
  ...seen('v12', '2026-10-27', '08:00', 'agus', {}, ['J20.9']),
  ...seen('v13', '2026-10-06', '08:00', 'rina', {}, ['J06.9']),
  ...seen('v14', '2026-10-06', '10:00', 'rina', { unit: 'GIGI' }, ['K04.0']),
  ...seen('v15', '2026-10-20', '08:00', 'budi', PBI, ['J18.0'], ['J18.9']),
  ...seen('v16', '2026-10-20', '08:30', 'nenek', { payer: 'JAMKESDA' }, ['I10']),
  ...seen(
    'v17',
    '2026-10-21',
    '08:00',
    'nenek',
    { status: 'cancelled', servedBy: null, cancelReason: 'pulang' },
    ['I10'],
  ),
  ...seen('v18', '2026-10-22', '08:00', 'siti', { ...PBI, status: 'registered', servedBy: null }),
  ...seen('v19', '2026-10-23', '08:00', 'siti', { ...PBI, status: 'entered-in-error' }, ['J00']),
  ...seen('v20', '2026-10-24', '08:00', 'siti', PBI, ['K29.7'], ['K29.0']),
  ...seen('v21', '2026-10-26', '08:00', 'dewi', { place: 'outside' }, [
    'I10',
    { courseOverride: { course: 'lama', reason: 'sudah lama berobat di tempat lain' } },
  ]),
  ...seen('v22', '2026-10-27', '08:00', 'dewi', { kind: 'sehat', payer: 'KIR_UMUM' }, ['Z02.7']),
  ...seen('v23', '2026-10-28', '08:00', 'dewi', {}, ['Z00.0']),
  ...seen('v24', '2026-10-28', '08:00', 'slamet', {}, ['J00']),
  ...seen('v25', '2026-10-29', '08:00', 'nobody', {}, ['J00']),
  // The visit of this diagnosis has not arrived yet.
  aDiagnosis('orphan', { name: 'v26', on: '2026-10-29', patient: 'siti' }, 'J00'),
  // Nobody can tell what this one says.
  { ...aDiagnosis('broken', { name: 'v20', on: '2026-10-24', patient: 'siti' }, 'J00'), code: 17 },
]

/** Present from half past seven to two on every working day that is not told otherwise. */
function presence(): readonly AnyDocument[] {
  const special: Readonly<Record<string, readonly [string | null, string | null]>> = {
    '2026-10-01': ['07:50', '14:00'],
    '2026-10-02': ['08:15', '14:00'],
    '2026-10-03': [null, '14:00'],
    '2026-10-05': ['07:30', '12:00'],
    '2026-10-07': [null, null],
    '2026-10-08': [null, null],
  }
  const free = new Set(['04', '11', '12', '18', '25'])
  const days = Array.from({ length: 31 }, (_, index) => String(index + 1).padStart(2, '0')).filter(
    (day) => !free.has(day),
  )
  return days.flatMap((day) => {
    const on = `2026-10-${day}`
    const [arrival, departure] = special[on] ?? ['07:30', '14:00']
    return [
      ...(arrival === null ? [] : [aPunch(`i${day}`, 'ani', on, arrival, 'in')]),
      ...(departure === null ? [] : [aPunch(`o${day}`, 'ani', on, departure, 'out')]),
    ]
  })
}

const STAFF: readonly AnyDocument[] = [
  aPractitioner('ani'),
  aPractitioner('bowo', { employedUntil: '2026-10-03' }),
  ...presence(),
  aPunch('again', 'ani', '2026-10-09', '07:45', 'in'),
  aPunch('sunday', 'ani', '2026-10-04', '09:00', 'in'),
  aLeave('sick', 'ani', 'S', '2026-10-06'),
  aLeave('duty', 'ani', 'DL', '2026-10-07'),
  aPunch('b1', 'bowo', '2026-10-01', '07:30', 'in'),
  aPunch('b2', 'bowo', '2026-10-01', '14:00', 'out'),
  aLeave('holiday', 'bowo', 'C', '2026-10-03'),
  aPunch('x1', 'stranger', '2026-10-01', '07:30', 'in'),
]

export const SMALL_CLINIC: readonly AnyDocument[] = [
  ...PEOPLE,
  ...FAMILIES,
  ...COVERS,
  ...BEFORE_OCTOBER,
  ...OCTOBER,
  ...STAFF,
]
/** The clinic's own holiday in that month, a Monday. */
export const LOCAL_HOLIDAY = '2026-10-12'
