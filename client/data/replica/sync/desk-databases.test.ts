import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../../shared/access/roles.ts'
import { deskDatabases, isNeededToRegister } from './desk-databases.ts'

const AT_HUB = [
  ...['clinical', 'visits'].flatMap((kind) => [2025, 2026, 2027].map((year) => `${kind}-1031948-${year}`)),
  'registry-1031948',
  'roster-1031948',
  'staff-1031948',
  'reports-1031948',
  'reference',
  'registry-1031949',
  'accounts',
  'something else',
]
const grant = (role: Grant['role']) => [{ role, facility: '1031948' } as Grant]

describe('the databases that a person reads at a desk', () => {
  it.each([
    ['reference', 0],
    ['roster-1031948', 1],
    ['registry-1031948', 2],
    ['visits-1031948-2026', 3],
    ['clinical-1031948-2026', 4],
    ['visits-1031948-2025', 5],
    ['clinical-1031948-2025', 6],
    ['visits-1031948-2027', 7],
  ])('[EX5] %s is loaded as number %i', (name, place) => {
    expect(deskDatabases(AT_HUB, grant('clinician'), 2026)[place]).toBe(name)
  })

  it('[EX5] are only those of the clinic and the role', () => {
    expect(deskDatabases(AT_HUB, grant('loket'), 2026)).not.toContain('clinical-1031948-2026')
    expect(deskDatabases(AT_HUB, grant('tu'), 2026)).toEqual(['reference', 'roster-1031948'])
    expect(deskDatabases(AT_HUB, [{ role: 'dinas' }], 2026)).toEqual(['reference'])
    expect(deskDatabases(AT_HUB, grant('clinician'), 2026)).not.toContain('registry-1031949')
  })

  it('[EX5] those needed to register are in before the visits', () => {
    expect(AT_HUB.filter(isNeededToRegister)).toEqual([
      'registry-1031948',
      'roster-1031948',
      'reference',
      'registry-1031949',
    ])
  })
})
