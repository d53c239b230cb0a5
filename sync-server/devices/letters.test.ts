import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeviceId } from '../../shared/documents/ids.ts'
import { instantOf } from '../../shared/calendar/instant.ts'
import type { Enrolment } from '../accounts/stored.ts'
import { plainCode } from '../accounts/secrets.ts'
import { mayEnrol } from './enrol-desk.ts'
import { letterAt, nextLetterIndex } from './letters.ts'

const NOW = instantOf(Date.UTC(2026, 9, 31))

function enrolment(over: Partial<Enrolment>): Enrolment {
  return {
    _id: 'enrolment:0',
    type: 'enrolment',
    facility: '1031948',
    groups: [],
    limit: 2,
    used: 0,
    expiresAt: instantOf(Date.UTC(2026, 10, 1)),
    ...over,
  }
}

describe('an enrolment code', () => {
  it.each([
    ['not known', undefined, 'enrolment-code-unknown'],
    ['expired this very moment', enrolment({ expiresAt: NOW }), 'enrolment-code-expired'],
    ['used as often as it may be', enrolment({ used: 2 }), 'enrolment-code-used-up'],
  ])('[DV1] [DV2] that is %s is refused', (_why, given, problem) => {
    expect(mayEnrol(given, NOW)).toEqual({ ok: false, problem })
  })

  it('[DV2] with a use left is taken', () => {
    expect(mayEnrol(enrolment({ used: 1 }), NOW)).toMatchObject({ ok: true })
  })

  it('[DV1] is the same however it is typed', () => {
    expect(['K7QM-4TXP-2VHA', 'k7qm4txp2vha', ' K7QM 4TXP 2VHA '].map(plainCode)).toEqual(
      Array.from({ length: 3 }, () => 'K7QM4TXP2VHA'),
    )
  })
})

describe('desk letters', () => {
  it.each<[number, string | undefined, string]>([
    [0, 'A', 'the first desk'],
    [25, 'Z', 'the last of one letter'],
    [26, 'AA', 'the first of two'],
    [701, 'ZZ', 'the last that a queue number has room for'],
    [702, undefined, 'none is left'],
  ])('[DV3] %i is %s: %s', (index, letter) => {
    expect(letterAt(index)).toBe(letter)
  })

  it('[DV3] come after every letter that was ever given', () => {
    expect(letterAt(nextLetterIndex([]))).toBe('A')
    expect(letterAt(nextLetterIndex(['A', 'C']))).toBe('D')
    expect(letterAt(nextLetterIndex(['Z', 'B']))).toBe('AA')
    expect(letterAt(nextLetterIndex(['AB', 'Z', 'AA']))).toBe('AC')
  })

  it('[DV3] are all different and all fit a desk’s name', () => {
    fc.assert(
      fc.property(fc.nat(701), (index) => {
        const letter = letterAt(index) ?? ''
        expect(nextLetterIndex([letter])).toBe(index + 1)
        expect(DeviceId.safeParse(`1031948-${letter}`).success).toBe(true)
      }),
    )
  })
})
