import { describe, expect, it } from 'vitest'
import { calendarDate, daysFrom, WEEKDAYS } from '../calendar/calendar-date.ts'
import { instantAt } from '../calendar/instant.ts'
import type { Schedule } from '../documents/practitioner.ts'
import { attendanceDays, type AttendanceRules, type StaffMember } from './attendance-days.ts'
import { standingLeaves, type LeaveGiven } from './leave-on-day.ts'
import type { PunchMade } from './shifts.ts'

const day = calendarDate

function schedule(start: string, end: string, from = '2020-01-01'): Schedule {
  const hours = Object.fromEntries(WEEKDAYS.map((name) => [name, name === 'sun' ? null : { start, end }]))
  return { from: day(from), hours: hours as Schedule['hours'] }
}

function punch(on: string, time: string, kind: 'in' | 'out', id = `${kind} ${on} ${time}`): PunchMade {
  return { id, on: day(on), kind, punchedAt: instantAt(day(on), time, 'WIB') }
}

function leave(
  code: LeaveGiven['code'],
  from: string,
  until: string,
  over: Partial<LeaveGiven> = {},
): LeaveGiven {
  return { id: `leave ${code} ${from}`, code, from: day(from), until: day(until), withdraws: null, ...over }
}

function member(over: Partial<StaffMember> = {}): StaffMember {
  return {
    id: 'practitioner:1',
    employedFrom: day('2020-01-01'),
    employedUntil: null,
    schedules: [schedule('07:30', '14:00')],
    leaves: [],
    punches: [],
    ...over,
  }
}

const rules: AttendanceRules = {
  zone: 'WIB',
  goLive: day('2020-01-01'),
  through: day('2026-10-31'),
  isHoliday: () => false,
  bracketsOn: () => [
    { code: '1', fromMinutes: 1 },
    { code: '2', fromMinutes: 31 },
    { code: '3', fromMinutes: 61 },
    { code: '4', fromMinutes: 91 },
  ],
  toleranceOn: () => 0,
}

function daysOf(who: StaffMember, first: string, last: string, over: Partial<AttendanceRules> = {}) {
  return attendanceDays(who, daysFrom(day(first), day(last)), { ...rules, ...over })
}

function dayOf(who: StaffMember, on: string, over: Partial<AttendanceRules> = {}) {
  const [only] = daysOf(who, on, on, over)
  if (!only) throw new Error('no day')
  return only
}

describe('days and shifts', () => {
  it.each<[string, string, Partial<StaffMember>, Partial<AttendanceRules>, string]>([
    ['2026-10-05', 'TK', {}, {}, 'a Monday'],
    ['2026-10-04', 'OFF', {}, {}, 'a Sunday'],
    ['2026-10-05', 'L', {}, { isHoliday: (on) => on === '2026-10-05' }, 'a holiday'],
    ['2026-10-05', 'not-employed', { employedFrom: day('2026-10-06') }, {}, 'not employed yet'],
    ['2026-10-05', 'not-employed', { employedUntil: day('2026-10-04') }, {}, 'not employed any more'],
    ['2026-10-05', 'before-go-live', {}, { goLive: day('2026-10-06') }, 'nothing was recorded yet'],
    ['2026-10-05', 'not-over', {}, { through: day('2026-10-04') }, 'the day is not over'],
  ])('[AT1] %s is %s: %#', (on, code, who, given) => {
    expect(dayOf(member(who), on, given).code).toBe(code)
  })

  it('[AT1] the schedule that holds on the day decides', () => {
    const schedules = [schedule('07:30', '14:00'), schedule('08:00', '14:30', '2026-10-06')]
    const punches = ['2026-10-05', '2026-10-06'].flatMap((on) => [
      punch(on, '07:50', 'in'),
      punch(on, '15:00', 'out'),
    ])
    const late = daysOf(member({ schedules, punches }), '2026-10-05', '2026-10-06').map(
      (one) => one.late?.minutes,
    )
    expect(late).toEqual([20, 0])
  })

  it('[AT2] a night shift belongs to the date it starts', () => {
    const who = member({
      schedules: [schedule('21:00', '07:00')],
      punches: [
        punch('2026-10-05', '20:55', 'in'),
        punch('2026-10-06', '07:05', 'out'),
        punch('2026-10-07', '00:30', 'in'),
        punch('2026-10-07', '06:00', 'out'),
      ],
    })
    const [monday, tuesday, wednesday] = daysOf(who, '2026-10-05', '2026-10-07')
    expect(monday).toMatchObject({ code: 'H', late: { minutes: 0 }, early: { minutes: 0 } })
    expect(tuesday).toMatchObject({
      code: 'H',
      late: { minutes: 210, bracket: '4' },
      early: { minutes: 60, bracket: '2' },
    })
    expect(wednesday?.code).toBe('TK')
  })

  it('[AT2] a day shift after a night shift keeps its own punches', () => {
    const schedules = [schedule('21:00', '07:00'), schedule('07:30', '14:00', '2026-10-06')]
    const punches = [
      punch('2026-10-05', '21:00', 'in'),
      punch('2026-10-06', '07:00', 'out'),
      punch('2026-10-06', '07:29', 'in'),
      punch('2026-10-06', '14:00', 'out'),
    ]
    const found = daysOf(member({ schedules, punches }), '2026-10-05', '2026-10-06')
    expect(found.map((one) => [one.code, one.late?.minutes, one.early?.minutes])).toEqual([
      ['H', 0, 0],
      ['H', 0, 0],
    ])
  })

  it('[AT3] the first arrival and the last departure hold, the others are folded', () => {
    const punches = [
      punch('2026-10-05', '07:40', 'in', 'late again'),
      punch('2026-10-05', '07:20', 'in', 'first'),
      punch('2026-10-05', '12:00', 'out', 'lunch'),
      punch('2026-10-05', '14:05', 'out', 'last'),
    ]
    expect(dayOf(member({ punches }), '2026-10-05')).toMatchObject({
      arrival: 'first',
      departure: 'last',
      repeated: [
        ['late again', 'first'],
        ['lunch', 'last'],
      ],
      late: { minutes: 0, bracket: null },
    })
  })
})

describe('day codes', () => {
  const punches = [punch('2026-10-05', '07:30', 'in'), punch('2026-10-05', '14:00', 'out')]

  it.each([
    [[leave('DL', '2026-10-05', '2026-10-05')], 'DL', 'duty elsewhere before punches'],
    [
      [leave('DL', '2026-10-05', '2026-10-05'), leave('S', '2026-10-01', '2026-10-05')],
      'S',
      'leave before duty',
    ],
    [
      [leave('I', '2026-10-05', '2026-10-06'), leave('C', '2026-10-05', '2026-10-05')],
      'C',
      'leave of the year first',
    ],
    [
      [leave('TB', '2026-10-05', '2026-10-30'), leave('I', '2026-10-05', '2026-10-05')],
      'I',
      'permission before training',
    ],
    [[leave('C', '2026-10-06', '2026-10-07')], 'H', 'leave of other days says nothing'],
  ])('[AT4] %#: %s', (leaves, code) => {
    expect(dayOf(member({ leaves, punches }), '2026-10-05')).toMatchObject({ code, arrival: punches[0]?.id })
  })

  it('[AT4] a day off stays off though there is a leave and a punch', () => {
    const who = member({
      leaves: [leave('C', '2026-10-01', '2026-10-09')],
      punches: [punch('2026-10-04', '08:00', 'in')],
    })
    expect(dayOf(who, '2026-10-04').code).toBe('OFF')
  })

  it('[AT5] a withdrawn leave does not hold', () => {
    const given = leave('C', '2026-10-05', '2026-10-05')
    const withdrawal = leave('C', '2026-10-05', '2026-10-05', { id: 'leave withdrawal', withdraws: given.id })
    expect(standingLeaves([given, withdrawal])).toEqual([])
    expect(standingLeaves([given])).toEqual([given])
  })

  it('[AT6] a missing punch is the top bracket without minutes, none at all is absence', () => {
    expect(dayOf(member({ punches: punches.slice(0, 1) }), '2026-10-05')).toMatchObject({
      code: 'H',
      late: { minutes: 0, bracket: null },
      early: { minutes: null, bracket: '4' },
    })
    expect(dayOf(member({ punches: punches.slice(1) }), '2026-10-05')).toMatchObject({
      code: 'H',
      late: { minutes: null, bracket: '4' },
    })
    expect(dayOf(member(), '2026-10-05')).toMatchObject({ code: 'TK', late: null, early: null })
  })
})
