import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate, type CalendarDate } from '../calendar/calendar-date.ts'
import type { VisitNewRule } from '../documents/setting.ts'
import type { Contact } from './contacts.ts'
import { visitNewness, type VisitHistory } from './new-visit.ts'

const day = calendarDate

function history(rule: VisitNewRule, over: Partial<VisitHistory> = {}): VisitHistory {
  return {
    goLive: day('2020-01-01'),
    bornOn: () => day('1980-05-05'),
    seenBefore: new Map(),
    ruleOn: () => rule,
    ...over,
  }
}

function contact(id: string, on: string, over: Partial<Contact> = {}): Contact {
  return { id, person: 'p1', on: day(on), at: `${on}T01:00:00.000Z`, ...over }
}

function flags(contacts: readonly Contact[], given: VisitHistory): Record<string, string> {
  return Object.fromEntries([...visitNewness(contacts, given)].map(([id, flag]) => [id, flag.newness]))
}

describe('kunjungan baru and lama', () => {
  it('[VN1] orders by day, then time of arrival, then id', () => {
    const sameDay = [
      contact('y', '2026-03-01', { at: '2026-03-01T02:00:00.000Z' }),
      contact('z', '2026-03-01', { at: '2026-03-01T01:00:00.000Z' }),
      contact('b', '2026-03-01', { at: '2026-03-01T03:00:00.000Z', person: 'p2' }),
      contact('a', '2026-03-01', { at: '2026-03-01T03:00:00.000Z', person: 'p2' }),
    ]
    expect(flags(sameDay, history('YEAR'))).toEqual({ z: 'baru', y: 'lama', a: 'baru', b: 'lama' })
  })

  it('[VN3] a person seen on 30 December and 2 January is new twice under YEAR', () => {
    const contacts = [contact('a', '2025-12-30'), contact('b', '2026-01-02'), contact('c', '2026-12-31')]
    expect(flags(contacts, history('YEAR'))).toEqual({ a: 'baru', b: 'baru', c: 'lama' })
  })

  it('[VN4] is new once in each month under MONTH', () => {
    const contacts = [contact('a', '2026-01-31'), contact('b', '2026-02-01'), contact('c', '2026-02-28')]
    expect(flags(contacts, history('MONTH'))).toEqual({ a: 'baru', b: 'baru', c: 'lama' })
  })

  it('[VN5] is new once under EVER', () => {
    const contacts = [contact('a', '2020-01-31'), contact('b', '2026-02-01')]
    expect(flags(contacts, history('EVER'))).toEqual({ a: 'baru', b: 'lama' })
  })

  it.each([
    ['2026-02-10', 'lama', 'evidence of this year'],
    ['2025-12-31', 'baru', 'evidence of last year does not reach into this one'],
    ['2026-03-01', 'baru', 'evidence of the same day is this very visit'],
    ['2026-04-01', 'baru', 'evidence of a later day says nothing of an earlier visit'],
  ])('[VN6] last seen on %s: %s: %s', (seen, newness) => {
    const given = history('YEAR', { seenBefore: new Map([['p1', [day(seen)]]]) })
    expect(flags([contact('a', '2026-03-01')], given)).toEqual({ a: newness })
  })

  it.each<[VisitNewRule, Partial<VisitHistory>, boolean, string]>([
    ['YEAR', { goLive: day('2026-02-01') }, true, 'January was not recorded'],
    ['YEAR', { goLive: day('2026-01-01') }, false, 'the whole year is recorded'],
    ['MONTH', { goLive: day('2026-02-01') }, false, 'the whole month is recorded'],
    ['EVER', { goLive: day('2000-01-01') }, true, 'somebody born before go-live may have come before it'],
    [
      'EVER',
      { goLive: day('2000-01-01'), bornOn: () => day('2000-01-01') },
      false,
      'nobody comes before being born',
    ],
    [
      'YEAR',
      { goLive: day('2026-02-01'), bornOn: () => undefined },
      true,
      'a birth that is not known proves nothing',
    ],
    [
      'YEAR',
      { goLive: day('2026-02-01'), seenBefore: new Map([['p1', [day('2025-06-01')]]]) },
      false,
      'the evidence says when the person was last here',
    ],
  ])('[VN7] %s rests on no history: %#', (rule, over, withoutHistory) => {
    const flag = visitNewness([contact('a', '2026-03-01')], history(rule, over)).get('a')
    expect(flag).toEqual({ newness: 'baru', withoutHistory })
  })

  it('[VN1] does not depend on the order in which records arrive', () => {
    const arbitrary = fc.array(
      fc.record({
        person: fc.constantFrom('p1', 'p2', 'p3'),
        offset: fc.integer({ min: 0, max: 800 }),
        hour: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(
        arbitrary,
        fc.constantFrom('YEAR', 'MONTH', 'EVER'),
        fc.infiniteStream(fc.nat()),
        (drawn, rule, chance) => {
          const contacts = drawn.map(({ person, offset, hour }, index): Contact => {
            const on: CalendarDate = addDays(day('2025-01-01'), offset)
            return { id: `v${String(index)}`, person, on, at: `${on}T0${String(hour)}:00:00.000Z` }
          })
          const shuffled = contacts
            .map((one) => ({ one, place: chance.next().value as number }))
            .sort((a, b) => a.place - b.place)
            .map(({ one }) => one)
          expect(flags(shuffled, history(rule))).toEqual(flags(contacts, history(rule)))
        },
      ),
    )
  })
})
