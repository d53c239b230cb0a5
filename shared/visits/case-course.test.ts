import { describe, expect, it } from 'vitest'
import { calendarDate } from '../calendar/calendar-date.ts'
import { caseCourses, knownKey, type CaseHistory, type Diagnosis } from './case-course.ts'

const day = calendarDate
const CHRONIC = new Set(['I10', 'E11'])

function history(over: Partial<CaseHistory> = {}): CaseHistory {
  return {
    goLive: day('2010-01-01'),
    bornOn: () => day('2011-05-05'),
    known: new Map(),
    ruleOn: () => ({ acuteDays: 14, chronicReset: 'NEVER' }),
    isChronic: (category) => CHRONIC.has(category),
    ...over,
  }
}

function made(id: string, category: string, on: string, over: Partial<Diagnosis> = {}): Diagnosis {
  return {
    id,
    person: 'p1',
    category,
    visit: `v-${id}`,
    on: day(on),
    at: `${on}T01:00:00.000Z`,
    control: false,
    override: null,
    ...over,
  }
}

function courses(diagnoses: readonly Diagnosis[], given = history()): Record<string, string> {
  return Object.fromEntries([...caseCourses(diagnoses, given)].map(([id, one]) => [id, one.course]))
}

describe('kasus baru and lama', () => {
  it('[CC1] compares by person and category', () => {
    const diagnoses = [
      made('a', 'J06', '2026-03-01'),
      made('b', 'J06', '2026-03-05'),
      made('c', 'J00', '2026-03-05'),
      made('d', 'J06', '2026-03-05', { person: 'p2' }),
    ]
    expect(courses(diagnoses)).toEqual({ a: 'baru', b: 'lama', c: 'baru', d: 'baru' })
  })

  it.each([
    ['2026-03-01', 'lama', 'earlier on the same day, at another unit'],
    ['2026-03-14', 'lama', 'thirteen days later'],
    ['2026-03-15', 'lama', 'fourteen days later: the last day that counts'],
    ['2026-03-16', 'baru', 'fifteen days later'],
  ])('[CC2] acute again on %s is %s: %s', (on, course) => {
    const again = made('b', 'A09', on, { at: `${on}T02:00:00.000Z` })
    expect(courses([made('a', 'A09', '2026-03-01'), again])['b']).toBe(course)
  })

  it('[CC2] counts from the last visit of the illness, so a long one stays old', () => {
    const diagnoses = ['2026-03-01', '2026-03-11', '2026-03-21'].map((on) => made(on, 'A09', on))
    expect(Object.values(courses(diagnoses))).toEqual(['baru', 'lama', 'lama'])
  })

  it('[CC2] the same influenza over the new year is an old case', () => {
    expect(courses([made('a', 'J11', '2025-12-30'), made('b', 'J11', '2026-01-02')])).toEqual({
      a: 'baru',
      b: 'lama',
    })
  })

  it('[CC3] chronic is new at the first record ever, or of the year', () => {
    const diagnoses = [
      made('a', 'E11', '2022-03-01'),
      made('b', 'E11', '2026-03-01'),
      made('c', 'E11', '2026-09-01'),
    ]
    expect(courses(diagnoses)).toEqual({ a: 'baru', b: 'lama', c: 'lama' })
    const yearly = history({ ruleOn: () => ({ acuteDays: 14, chronicReset: 'YEAR' }) })
    expect(courses(diagnoses, yearly)).toEqual({ a: 'baru', b: 'baru', c: 'lama' })
  })

  it('[CC4] two diagnoses of one category at one visit have the same course', () => {
    const diagnoses = [
      made('a', 'B35', '2026-03-01', { visit: 'v1' }),
      made('b', 'B35', '2026-03-01', { visit: 'v1' }),
      made('c', 'B35', '2026-03-02', { visit: 'v2' }),
      made('d', 'B35', '2026-03-02', { visit: 'v2' }),
    ]
    expect(courses(diagnoses)).toEqual({ a: 'baru', b: 'baru', c: 'lama', d: 'lama' })
  })

  it('[CC5] a check of a known illness is old, the first record or not', () => {
    expect(courses([made('a', 'I10', '2026-03-01', { control: true })])).toEqual({ a: 'lama' })
    const first = caseCourses([made('a', 'I10', '2026-03-01', { control: true })], history()).get('a')
    expect(first?.withoutHistory).toBe(false)
  })

  it('[CC6] an override decides for its own diagnosis and keeps what the rule says', () => {
    const diagnoses = [made('a', 'A09', '2026-03-01', { override: 'lama' }), made('b', 'A09', '2026-03-05')]
    const found = caseCourses(diagnoses, history())
    expect(found.get('a')).toEqual({ course: 'lama', suggested: 'baru', withoutHistory: false })
    expect(found.get('b')?.course).toBe('lama')
  })

  it.each([
    ['E11', '2015-01-01', 'lama', 'a chronic illness known for years'],
    ['E11', '2026-03-01', 'baru', 'known since this very day'],
    ['A09', '2026-02-20', 'lama', 'an acute one of last week'],
    ['A09', '2026-01-20', 'baru', 'an acute one long over'],
  ])('[CC7] %s known since %s: %s: %s', (category, since, course) => {
    const known = new Map([[knownKey('p1', category), [day(since)]]])
    expect(courses([made('a', category, '2026-03-01')], history({ known }))).toEqual({ a: course })
  })

  it('[CC8] says which new cases rest on no history', () => {
    const born = day('1960-01-01')
    const given = history({ goLive: day('2026-03-10'), bornOn: () => born })
    const diagnoses = [
      made('chronic', 'I10', '2026-06-01'),
      made('acute-soon', 'A09', '2026-03-20'),
      made('acute-later', 'J00', '2026-03-24'),
      made('overridden', 'E11', '2026-06-01', { override: 'baru' }),
    ]
    const withoutHistory = (found: ReturnType<typeof caseCourses>) =>
      [...found].filter(([, one]) => one.withoutHistory).map(([id]) => id)
    expect(withoutHistory(caseCourses(diagnoses, given)).sort()).toEqual(['acute-soon', 'chronic'])
    const known = new Map([[knownKey('p1', 'I10'), [day('2026-07-01')]]])
    expect(withoutHistory(caseCourses(diagnoses, { ...given, known }))).toEqual(['acute-soon'])
    expect(withoutHistory(caseCourses(diagnoses, { ...given, bornOn: () => given.goLive }))).toEqual([])
  })
})
