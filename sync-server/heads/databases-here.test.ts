import { describe, expect, it } from 'vitest'
import { instantOf } from '../../shared/calendar/instant.ts'
import { databasesOfDesk, databasesToPull, shortSequence } from './databases-here.ts'

const OCTOBER = instantOf(Date.UTC(2026, 9, 31, 1))
const clinic = (code: string) => [
  ...['roster', 'registry', 'staff', 'reports'].map((kind) => `${kind}-${code}`),
  ...[2020, 2025, 2026, 2027].flatMap((year) =>
    ['visits', 'clinical'].map((kind) => `${kind}-${code}-${String(year)}`),
  ),
]
const NAMES = [
  '_users',
  '_replicator',
  'accounts',
  'something',
  'reference',
  ...clinic('1031948'),
  ...clinic('1031949'),
]

describe('the databases to pull', () => {
  it.each([
    [
      'loket',
      { grants: [{ role: 'loket', facility: '1031948' }], facility: '1031948' },
      [
        'reference',
        'roster-1031948',
        'registry-1031948',
        'visits-1031948-2025',
        'visits-1031948-2026',
        'visits-1031948-2027',
      ],
    ],
    [
      'tu',
      { grants: [{ role: 'tu', facility: '1031948' }], facility: '1031948' },
      ['reference', 'roster-1031948', 'staff-1031948'],
    ],
    [
      'dinas',
      { grants: [{ role: 'dinas' }], facility: null },
      ['reference', 'reports-1031948', 'reports-1031949'],
    ],
    [
      'dinas at a clinic’s desk',
      { grants: [{ role: 'dinas' }], facility: '1031948' },
      ['reference', 'reports-1031948'],
    ],
  ] as const)('[HD1] of %s', (_who, person, names) => {
    expect(databasesToPull(NAMES, person, OCTOBER)).toEqual(names)
  })

  it('[HD1] change with the clinic’s new year, not with Greenwich’s', () => {
    const eve = instantOf(Date.UTC(2026, 11, 31, 17, 0))
    const person = { grants: [{ role: 'loket', facility: '1031948' }], facility: '1031948' } as const
    expect(databasesToPull(NAMES, person, eve)).not.toContain('visits-1031948-2025')
  })
})

describe('the heads of a desk', () => {
  it('[HD2] are of its clinic and reference, never of accounts or another clinic', () => {
    const names = databasesOfDesk(NAMES, '1031948', OCTOBER)
    expect(names).toContain('staff-1031948')
    expect(names).toHaveLength(1 + 4 + 6)
    expect(names.every((name) => name === 'reference' || name.includes('1031948'))).toBe(true)
  })

  it.each([
    [
      '1234-g1AAAACReJzLYWBgYMpgTmHgz8tPSTV0MDQy1zMAQsMckEQiQ1L9____szKYExlzgQLsJkZJpmYpqdjV4zQtjwVIMjQAqf8wAxMZcgF1fCh5',
      '1234',
    ],
    ['17', '17'],
    ['abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuvwx'],
  ])('[HD2] are short', (sequence, short) => {
    expect(shortSequence(sequence)).toBe(short)
  })
})
