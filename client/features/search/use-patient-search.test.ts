import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import type { SearchHit } from '../../data/bridge/contract.ts'
import { inPlace } from './use-patient-search.ts'

const hit = (name: string, areaName = ''): SearchHit => ({
  id: `patient:${name}` as PatientId,
  name,
  sex: 'P',
  birth: { on: calendarDate('1990-01-01'), precision: 'day' },
  areaName,
  headName: null,
  nikMasked: null,
  rm: null,
  oldRm: null,
  deceased: false,
  matched: 'name',
})
const namesOf = (hits: readonly SearchHit[]) => hits.map(({ name }) => name)

describe('rows while other desks’ patients come in', () => {
  it('keep their places, and newcomers stand below however well they match', () => {
    const shown = [hit('Siti A'), hit('Siti B')]
    expect(namesOf(inPlace(shown, [hit('Siti'), hit('Siti B'), hit('Siti A')]))).toEqual([
      'Siti A',
      'Siti B',
      'Siti',
    ])
  })

  it('show what is known now, and nobody who matches no longer', () => {
    const shown = [hit('Siti A', 'Kartoharjo'), hit('Siti B')]
    expect(inPlace(shown, [hit('Siti A', 'Sukosari')])).toEqual([hit('Siti A', 'Sukosari')])
  })

  it('are in the order of the answer where none were shown', () => {
    expect(namesOf(inPlace([], [hit('Siti B'), hit('Siti A')]))).toEqual(['Siti B', 'Siti A'])
  })
})
