import { beforeAll, describe, expect, it } from 'vitest'
import { parseDatabaseName } from '../../shared/access/databases.ts'
import { calendarDate, weekdayOf } from '../../shared/calendar/calendar-date.ts'
import { epochMsOf, instantAt } from '../../shared/calendar/instant.ts'
import { ICD10 } from '../../shared/codes/icd10.ts'
import { coverOn } from '../../shared/coverage/cover-on-day.ts'
import { bracketOf, minutesAfter } from '../../shared/attendance/lateness.ts'
import type { Condition } from '../../shared/documents/condition.ts'
import type { Coverage } from '../../shared/documents/coverage.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import type { Encounter } from '../../shared/documents/encounter.ts'
import type { Leave } from '../../shared/documents/leave.ts'
import type { Patient } from '../../shared/documents/patient.ts'
import type { Poverty } from '../../shared/documents/poverty.ts'
import type { Practitioner } from '../../shared/documents/practitioner.ts'
import type { Punch } from '../../shared/documents/punch.ts'
import type { Report } from '../../shared/documents/report.ts'
import { SETTINGS } from '../../shared/documents/setting.ts'
import { CLINICS } from './clinics.ts'
import { isOpen } from './demo-calendar.ts'
import { madeDistrict, type MadeDatabase } from './district.ts'

const plan = { seed: '1', size: 'full', until: calendarDate('2026-10-31') } as const
const databases: MadeDatabase[] = []

beforeAll(async () => {
  for await (const part of madeDistrict(plan)) databases.push(...part.databases)
}, 120_000)

type Made = {
  readonly condition: Condition
  readonly coverage: Coverage
  readonly encounter: Encounter
  readonly leave: Leave
  readonly patient: Patient
  readonly poverty: Poverty
  readonly practitioner: Practitioner
  readonly punch: Punch
  readonly report: Report
}

function all<Type extends keyof Made>(type: Type): readonly Made[Type][] {
  return databases.flatMap(({ documents }) =>
    documents.filter((one) => one.type === type),
  ) as unknown as readonly Made[Type][]
}

function by<Doc, Key>(docs: readonly Doc[], keyOf: (doc: Doc) => Key): Map<Key, Doc[]> {
  const groups = new Map<Key, Doc[]>()
  for (const doc of docs) {
    const group = groups.get(keyOf(doc))
    if (group) group.push(doc)
    else groups.set(keyOf(doc), [doc])
  }
  return groups
}

const visits = () => all('encounter')
const standing = () => visits().filter(({ status }) => status !== 'entered-in-error')
const conditions = () => all('condition')

describe('a made-up year', () => {
  it('[DM2] keeps every document in the database of its kind and year, once, valid by its schema', () => {
    const faults = databases.flatMap(({ name, documents }) => {
      const ref = parseDatabaseName(name)
      const ids = new Set(documents.map((one) => one._id))
      const doubled = ids.size === documents.length ? [] : [`${name}: an id twice`]
      return [
        ...doubled,
        ...documents.flatMap((one) => {
          const definition = DOCUMENT_TYPES.get(one.type)
          const reading = definition?.read(one)
          const year = ref && 'year' in ref ? String(ref.year) : ''
          const dated = /^[a-z-]+:(\d{4})-/.exec(one._id)?.[1]
          const inPlace = definition?.database === ref?.kind && (!dated || year === '' || dated === year)
          return reading?.ok && inPlace ? [] : [`${name} ${one._id} ${JSON.stringify(reading)}`]
        }),
      ]
    })
    expect(faults.slice(0, 5)).toEqual([])
  })

  it('[DM3] stays under 80,000 documents, with room for accounts and for what a few days of trying add', () => {
    const made = databases.reduce((sum, { documents }) => sum + documents.length, 0)
    expect(made).toBeLessThanOrEqual(79_500)
    expect(made).toBeGreaterThan(70_000)
  })

  it('[DM5] has visits on open days, in the life of the person, after the person was entered', () => {
    const patients = new Map(all('patient').map((one) => [one._id, one]))
    const wrong = standing().filter((visit) => {
      const who = patients.get(visit.patient)
      const clinic = CLINICS.find(({ code }) => visit.device.startsWith(code))
      if (!who || !clinic || !isOpen(visit.on, clinic.sixDays)) return true
      const registeredAt = who.stamps['name']?.slice(0, 24) ?? ''
      const isDead = who.deceased?.on !== undefined && who.deceased.on !== null && who.deceased.on <= visit.on
      return who.birth.on > visit.on || isDead || registeredAt > visit.arrivedAt
    })
    expect(wrong).toEqual([])
  })

  it('[DM5] has the payer of the cover valid that day', () => {
    const covers = by(all('coverage'), ({ patient }) => patient)
    const wrong = visits().filter((visit) => {
      const mine = (covers.get(visit.patient) ?? []).map(({ _id: id, ...rest }) => ({ id, ...rest }))
      const cover = visit.unit === 'KIR' ? undefined : coverOn(mine, visit.on)
      const unpaid = ['UMUM', 'GRATIS_PROGRAM', 'KIR_UMUM'].includes(visit.payer)
      return visit.coverage !== (cover?.id ?? null) || (cover ? visit.payer !== cover.scheme : !unpaid)
    })
    expect(wrong).toEqual([])
  })

  it('[DM5] numbers each unit and desk from 1 without a gap', () => {
    const queued = visits().filter(({ queue }) => queue !== null)
    const counts = by(
      queued,
      ({ device, on, queue }) => `${device.slice(0, 7)} ${on} ${queue?.label.slice(0, 2) ?? ''}`,
    )
    const wrong = [...counts.values()].filter((day) => {
      const numbers = day.map(({ queue }) => queue?.count ?? 0).sort((a, b) => a - b)
      // A visit that was typed under a wrong day gave its number up.
      return new Set(numbers).size !== numbers.length || (numbers.at(-1) ?? 0) > numbers.length + 2
    })
    expect(wrong).toEqual([])
  })

  it('[DM7] has every state, kind, place and payer of a visit', () => {
    const states = by(visits(), ({ status, servedBy }) => `${status} ${servedBy ?? ''}`.trim())
    expect([...states.keys()].sort()).toEqual([
      'cancelled',
      'entered-in-error',
      'registered',
      'served back-entry',
      'served day-closed',
      'served poli',
    ])
    expect([...by(visits(), ({ kind }) => kind).keys()].sort()).toEqual(['sakit', 'sehat'])
    expect([...by(visits(), ({ place }) => place).keys()].sort()).toEqual(['inside', 'outside'])
    expect(by(visits(), ({ payer }) => payer).size).toBeGreaterThanOrEqual(10)
    expect(visits().some(({ replaces }) => replaces !== null)).toBe(true)
    const served = visits().filter(({ status }) => status === 'served')
    const diagnosed = new Set(conditions().map(({ encounter }) => encounter))
    const without = served.filter(({ _id }) => !diagnosed.has(_id)).length / served.length
    expect(without).toBeGreaterThan(0.02)
    expect(without).toBeLessThan(0.12)
  })

  it('[DM7] has second diagnoses, checks, overrides, withdrawn ones, and only codes of the list', () => {
    const made = conditions()
    const known = new Set(ICD10.map(({ code }) => code))
    expect(made.filter(({ code }) => !known.has(code))).toEqual([])
    expect(made.filter(({ rank }) => rank === 'secondary').length / made.length).toBeGreaterThan(0.04)
    expect(made.filter(({ control }) => control).length / made.length).toBeGreaterThan(0.05)
    expect(made.filter(({ courseOverride }) => courseOverride !== null).length).toBeGreaterThan(10)
    expect(made.filter(({ status }) => status === 'entered-in-error').length).toBeGreaterThan(10)
  })

  it('[DM7] has cover that changes, and families found poor, not poor, and poor no more', () => {
    const covers = [...by(all('coverage'), ({ patient }) => patient).values()]
    expect(covers.filter((mine) => mine.length > 1).length).toBeGreaterThan(100)
    expect(all('coverage').some(({ active }) => !active)).toBe(true)
    expect(all('coverage').some(({ to }) => to === '2026-01-31')).toBe(true)
    const findings = [...by(all('poverty'), ({ household }) => household).values()]
    expect(
      findings.some(
        (mine) => mine.length > 1 && mine.some(({ poor }) => poor) && mine.some(({ poor }) => !poor),
      ),
    ).toBe(true)
  })

  it('[DM7] has every bracket of lateness, missing punches, and days away', () => {
    const staff = new Map(all('practitioner').map((one) => [one._id, one]))
    const brackets = SETTINGS['lateness-brackets'].usual
    const punches = all('punch')
    const found = new Map<string | null, number>()
    for (const punch of punches.filter(({ kind }) => kind === 'in')) {
      const schedule = [...(staff.get(punch.practitioner)?.schedules ?? [])]
        .reverse()
        .find(({ from }) => from <= punch.on)
      const start = schedule?.hours[weekdayOf(punch.on)]?.start ?? ''
      const late = minutesAfter(epochMsOf(instantAt(punch.on, start, 'WIB')), epochMsOf(punch.punchedAt))
      const bracket = bracketOf(late, brackets)
      found.set(bracket, (found.get(bracket) ?? 0) + 1)
    }
    expect([...found.keys()].sort()).toEqual(['1', '2', '3', '4', null].sort())
    expect((found.get(null) ?? 0) / punches.length).toBeGreaterThan(0.35)
    const days = [...by(punches, ({ practitioner, on }) => `${practitioner} ${on}`).values()]
    expect(days.filter((day) => day.length === 1).length).toBeGreaterThan(100)
    expect(new Set(all('leave').map(({ code }) => code))).toEqual(new Set(['C', 'S', 'I', 'DL', 'TB']))
    expect(all('leave').some(({ withdraws }) => withdraws !== null)).toBe(true)
  })

  it('[DM11] has four reports a month for each clinic, with every fact in its place, mostly on time', () => {
    const reports = all('report')
    const months = by(reports, ({ facility, period }) => `${facility} ${period}`)
    expect(months.size).toBe(12 * CLINICS.length)
    expect([...months.values()].every((made) => made.length === 4)).toBe(true)
    const proofs = reports.flatMap(({ tables }) => tables.map(({ proof }) => proof))
    const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0)
    const wrong = proofs.filter(
      ({ read, counted, folded, excluded, tray }) => read !== counted + folded + sum(excluded) + sum(tray),
    )
    expect(wrong).toEqual([])
    const late = reports.filter(({ arrivedAt }) => Number(arrivedAt?.slice(8, 10)) > 5)
    expect(late.length).toBeGreaterThan(0)
    expect(late.length / reports.length).toBeLessThan(0.3)
    const counted = reports
      .filter(({ form }) => form === 'form-11')
      .map(({ tables }) => tables[0]?.proof.counted ?? 0)
    expect(Math.min(...counted)).toBeGreaterThan(50)
  })

  it('[DM9] is led by illness of the airways, and dengue comes with the rain', () => {
    const made = conditions().filter(({ status }) => status === 'active')
    const ranked = [...by(made, ({ code }) => code)].sort(([, a], [, b]) => b.length - a.length)
    expect(ranked[0]?.[0]).toBe('J06.9')
    expect(ranked.slice(0, 6).map(([code]) => code)).toContain('I10')
    expect(ranked.length).toBeGreaterThan(150)
    const dengue = made.filter(({ code }) => code === 'A90' || code === 'A91')
    const wet = dengue.filter(({ on }) => ['12', '01', '02', '03', '04'].includes(on.slice(5, 7))).length
    expect(wet / dengue.length).toBeGreaterThan(0.6)
  })

  it('[DM9] is fullest on Mondays, and the chronically ill come back', () => {
    const weekdays = by(standing(), ({ on }) => weekdayOf(on))
    const perDay = [...weekdays].map(
      ([day, made]) => [day, made.length / new Set(made.map(({ on }) => on)).size] as const,
    )
    expect(perDay.sort(([, a], [, b]) => b - a)[0]?.[0]).toBe('mon')
    const pressure = by(
      conditions().filter(({ code }) => code === 'I10'),
      ({ patient }) => patient,
    )
    const often = [...pressure.values()].filter((made) => made.length >= 4).length
    expect(often / pressure.size).toBeGreaterThan(0.3)
  })
})
