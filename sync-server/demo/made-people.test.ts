import { beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { NIK_REGIONS } from '../../shared/codes/nik-regions.ts'
import type { Patient } from '../../shared/documents/patient.ts'
import { nikWarnings, parseNik } from '../../shared/people/nik.ts'
import { madeDistrict } from './district.ts'
import type { MadeDocument } from './demo-desks.ts'

const plan = { seed: '1', size: 'full', until: calendarDate('2026-10-31') } as const
let patients: readonly Patient[] = []
let households: readonly MadeDocument[] = []

beforeAll(async () => {
  const registry: MadeDocument[] = []
  for await (const { databases } of madeDistrict(plan)) {
    registry.push(
      ...databases.flatMap(({ name, documents }) => (name.startsWith('registry') ? documents : [])),
    )
  }
  patients = registry.filter(({ type }) => type === 'patient') as unknown as readonly Patient[]
  households = registry.filter(({ type }) => type === 'household')
}, 120_000)

const unique = (values: readonly unknown[]) => new Set(values).size === values.length

describe('made-up people', () => {
  it('[DM4] have a NIK by the hard rules, or a reason', () => {
    expect(patients.length).toBeGreaterThan(4000)
    const wrong = patients.filter(({ nik, noNikReason }) =>
      nik === null ? noNikReason === null : noNikReason !== null || !parseNik(nik).ok,
    )
    expect(wrong).toEqual([])
  })

  it('[DM4] have numbers that are given once', () => {
    expect(unique(patients.flatMap(({ nik }) => nik ?? []))).toBe(true)
    expect(unique(patients.flatMap(({ jkn }) => jkn ?? []))).toBe(true)
    expect(unique(households.flatMap((household) => household['kk'] ?? []))).toBe(true)
  })

  it('[DM4] have a NIK that tells sex, region and mostly the day', () => {
    const warnings = patients.flatMap(({ nik, birth, sex }) => {
      const reading = parseNik(nik ?? '')
      return reading.ok ? nikWarnings(reading.nik, { birth, sex }, (region) => region in NIK_REGIONS) : []
    })
    expect(warnings.filter((warning) => warning !== 'nik-birth-differs')).toEqual([])
    expect(warnings.length).toBeGreaterThan(3)
    expect(warnings.length).toBeLessThan(patients.length / 50)
  })

  it('[DM7] include what registers stumble over', () => {
    const families = new Map<unknown, Patient[]>()
    for (const one of patients) families.set(one.household, [...(families.get(one.household) ?? []), one])
    const pairs = [...families.values()].flatMap((members) =>
      members.flatMap((one, index) => members.slice(index + 1).map((other) => [one, other] as const)),
    )
    const twins = pairs.filter(
      ([one, other]) =>
        one.birth.on === other.birth.on && one.motherName === other.motherName && one.motherName,
    )
    const namesakes = pairs.filter(
      ([one, other]) => one.name === other.name && one.birth.on !== other.birth.on,
    )
    const inTwoFamilies = patients.length - new Set(patients.map(({ name }) => name)).size
    const having = {
      twins: twins.length,
      namesakes: namesakes.length,
      inTwoFamilies,
      firstOfJanuary: patients.filter(({ birth }) => birth.on.endsWith('-01-01')).length,
      ageOnly: patients.filter(({ birth }) => birth.precision === 'age').length,
      withoutNik: patients.filter(({ nik }) => nik === null).length,
      newborn: patients.filter(({ noNikReason }) => noNikReason === 'newborn').length,
      babiesWithoutName: patients.filter(({ name }) => name.startsWith('By. Ny. ')).length,
      dead: patients.filter(({ deceased }) => deceased !== null).length,
      fromElsewhere: patients.filter(({ address }) => !address.area?.startsWith('3577')).length,
      oneWordNames: patients.filter(({ name }) => !name.includes(' ')).length,
    }
    expect(Object.entries(having).filter(([, count]) => count < 3)).toEqual([])
  })
})
