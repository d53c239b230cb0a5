import { describe, expect, it } from 'vitest'
import type { Unit } from '../../shared/documents/unit.ts'
import { aPatient, aVisit } from '../../tests/builders/clinic-documents.ts'
import { aReport } from '../../tests/builders/a-report.ts'
import { reportOf } from '../../tests/recount/month-of.ts'
import { satellitesOf } from './satellites.ts'

const unit = (code: string, active = true) => ({ code, active }) as Unit

describe('branches in the header of Form 11', () => {
  it('[RF7] counts the open ones, and those that had a visit', () => {
    const units = ['PUSTU', 'PUSTU_2', 'POLINDES_1', 'UMUM', 'PUSTULA'].map((code) => unit(code))
    const visits = aReport(
      reportOf([aPatient('siti'), aVisit('v', '2026-10-01', '08:00', 'siti', { unit: 'PUSTU' })], 'visits'),
    )
    expect(satellitesOf([...units, unit('PUSTU_3', false)], visits)).toEqual({
      pustu: { units: 2, reported: 1 },
      village: { units: 1, reported: 0 },
    })
    expect(satellitesOf([], undefined)).toEqual({
      pustu: { units: 0, reported: 0 },
      village: { units: 0, reported: 0 },
    })
  })
})
