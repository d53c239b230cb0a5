import { addDays, type CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dayAt, instantOf } from '../../../shared/calendar/instant.ts'
import { createAccount } from '../../../sync-server/accounts/create-account.ts'
import {
  aCover,
  aDiagnosis,
  aFinding,
  aHousehold,
  anAddress,
  aPatient,
  aVisit,
  householdId,
  type AnyDocument,
} from '../../builders/clinic-documents.ts'
import { publishCodeLists } from '../../builders/code-lists.ts'
import { FACILITY, PASSWORD, startTestHub, type TestHub } from '../../builders/hub.ts'
import { store } from '../../builders/stored-clinic.ts'

/** The working area of the clinic, and a kelurahan beyond it. */
export const WORKING_AREA = ['3577011001', '3577011002']
const ELSEWHERE = '3577021001'

/** People whom the story meets, by the name they are searched with. */
export const KNOWN_PEOPLE = {
  sumarni: 'Sumarni Handayani',
  paijo: 'Paijo Suwito',
  kartini: 'Kartini Puspitasari',
  ratna: 'Ratna Dewi Anggraeni',
  gatot: 'Gatot Prasetyo',
} as const

const FIRST_NAMES = ['Agus', 'Dewi', 'Joko', 'Wati', 'Slamet', 'Tini', 'Ujang', 'Rina']
const LAST_NAMES = ['Santoso', 'Lestari', 'Raharjo', 'Utami', 'Widodo']
const CODES = ['J00', 'J06.9', 'A09', 'I10', 'E11.9', 'K30', 'M79.1', 'L20.9', 'J18.9', 'Z00.0']
const PAYERS = ['UMUM', 'JKN_PBI_APBN', 'SKTM']
const BIRTHS = [
  '1948-03-02',
  '1961-10-20',
  '1974-05-05',
  '1988-12-31',
  '1999-02-28',
  '2011-07-15',
  '2021-01-09',
]
const OTHERS = FIRST_NAMES.length * LAST_NAMES.length

/** A desk that is gone and wrote what was there before: those of the story begin at A. */
export const OLD_DESK = `${FACILITY}-X`

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** Of every fourth person nothing is asked yet but the name; every fifth lives elsewhere. */
function person(index: number, today: CalendarDate): readonly AnyDocument[] {
  const id = `lama${String(index).padStart(2, '0')}`
  const name = `${pick(FIRST_NAMES, index)} ${pick(LAST_NAMES, Math.floor(index / FIRST_NAMES.length))}`
  const family = `kk${String(Math.floor(index / 3)).padStart(2, '0')}`
  const address = anAddress(index % 5 === 4 ? ELSEWHERE : pick(WORKING_AREA, index))
  const inFamily = index % 4 !== 3
  const sex = index % 2 === 0 ? 'L' : 'P'
  return [
    aPatient(id, {
      name,
      sex,
      birth: { on: pick(BIRTHS, index), precision: 'day' },
      address,
      household: inFamily ? householdId(family) : null,
    }),
    ...(index % 3 === 0 ? [aHousehold(family, { headName: name, address })] : []),
    ...(index % 6 === 0 ? [aFinding(family, `f${id}`, { desil: 1 + (index % 7) })] : []),
    ...(index % 2 === 0 ? [aCover(`c${id}`, id, 'JKN_PBI_APBN')] : []),
    ...[1 + (index % 25), 15 + (index % 25), 40 + index * 3].flatMap((daysAgo, place) =>
      visit(`${id}v${String(place)}`, id, addDays(today, -daysAgo), index + place),
    ),
  ]
}

function visit(name: string, patient: string, on: CalendarDate, index: number): readonly AnyDocument[] {
  const kind = index % 7 === 0 ? 'sehat' : 'sakit'
  const time = `${String(7 + (index % 6)).padStart(2, '0')}:15`
  return [
    aVisit(name, on, time, patient, {
      kind,
      payer: pick(PAYERS, index),
      unit: pick(['UMUM', 'GIGI'], index),
    }),
    aDiagnosis(`${name}a`, { name, on, patient }, pick(CODES, index)),
    ...(index % 3 === 0
      ? [aDiagnosis(`${name}b`, { name, on, patient }, pick(CODES, index + 3), { rank: 'secondary' })]
      : []),
  ]
}

function knownPeople(): readonly AnyDocument[] {
  return Object.entries(KNOWN_PEOPLE).map(([id, name], index) =>
    aPatient(id, {
      name,
      sex: id === 'paijo' || id === 'gatot' ? 'L' : 'P',
      birth: { on: pick(BIRTHS, index), precision: 'day' },
    }),
  )
}

export const SECOND_CLERK = { username: 'loket2', name: 'Petugas loket dua' } as const

/**
 * A clinic that has worked for a year, made in the data folder of a hub that is then stopped. Its last days are just
 * before today, so that the story's visits fall into a month with others.
 */
export async function makeClinicBefore(clientFolder: string, nowMs: number): Promise<TestHub> {
  const hub = await startTestHub({ nowMs, clientFolder })
  const today = dayAt(instantOf(nowMs), 'WIB')
  await publishCodeLists(hub)
  const documents = [
    ...knownPeople(),
    ...Array.from({ length: OTHERS }, (_, index) => person(index, today)).flat(),
  ]
  await store(
    hub,
    documents.map((document) => ({ ...document, device: OLD_DESK })),
  )
  const second = { ...SECOND_CLERK, password: PASSWORD, practitioner: null }
  const made = await createAccount(hub.registry().accounts, {
    ...second,
    grants: [{ role: 'loket', facility: FACILITY }],
  })
  if (!made.ok) throw new Error(made.problem)
  await hub.stopHub()
  return hub
}
