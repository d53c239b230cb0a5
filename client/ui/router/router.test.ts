import { describe, expect, it } from 'vitest'
import { matchPath } from './router.tsx'

describe('the address of a screen', () => {
  it.each<readonly [string, string, Readonly<Record<string, string>> | null, string]>([
    ['/', '/', {}, 'home'],
    ['/patients/:id', '/patients/patient:01J', { id: 'patient:01J' }, 'a colon needs no escape'],
    ['/patients/:id', '/patients/patient%3A01J', { id: 'patient:01J' }, 'an escaped one reads the same'],
    ['/reports', '/reports?period=2026-10', {}, 'what stands after the question mark is not the path'],
    ['/patients/:id', '/patients/a/visit', null, 'longer than the pattern'],
    ['/queue', '/poli', null, 'another screen'],
  ])('%s and %s: %j, %s', (pattern, path, values) => {
    expect(matchPath(pattern, path)).toEqual(values)
  })
})
