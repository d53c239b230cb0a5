import { describe, expect, it } from 'vitest'
import * as byHand from './small-clinic-by-hand.ts'
import { monthOf, reportOf, tableOf } from './month-of.ts'
import { SMALL_CLINIC } from './small-clinic.ts'

describe('October 2026 at the small clinic, as counted by hand', () => {
  it('[F11-1][F11-2][F11-3][RP5] Form 11', () => {
    const report = reportOf(SMALL_CLINIC, 'form-11')
    expect(tableOf(report, 'cases').cells).toEqual(byHand.FORM_11_CELLS)
    expect(tableOf(report, 'cases').proof).toEqual(byHand.FORM_11_PROOF)
    expect(report.content.flags).toEqual(byHand.FORM_11_FLAGS)
    expect(report.content.overrides).toEqual({ made: 1, differing: 1 })
  })

  it('[VS1][VS4][VS5] visits', () => {
    const report = reportOf(SMALL_CLINIC, 'visits')
    expect(tableOf(report, 'payer').cells).toEqual(byHand.VISIT_CELLS)
    expect(tableOf(report, 'payer').proof).toEqual(byHand.VISIT_PROOF)
    expect(tableOf(report, 'unit').proof).toEqual(byHand.VISIT_PROOF)
    expect(report.content.figures).toContainEqual({
      id: 'visitors',
      numerator: byHand.VISITORS,
      denominator: null,
    })
    expect(report.content.flags).toEqual(byHand.VISIT_FLAGS)
  })

  it('[PC1][PC2][PC3][PC4] cover of the poor', () => {
    const report = reportOf(SMALL_CLINIC, 'poor-cover')
    expect(tableOf(report, 'persons').cells).toEqual(byHand.POOR_PERSON_CELLS)
    expect(tableOf(report, 'persons').proof).toEqual(byHand.POOR_PERSON_PROOF)
    expect(tableOf(report, 'families').cells).toEqual(byHand.FAMILY_CELLS)
    expect(tableOf(report, 'families').proof).toEqual(byHand.FAMILY_PROOF)
    expect(report.content.figures).toEqual(byHand.POOR_FIGURES)
  })

  it('[PT1][PT2] punctuality', () => {
    const report = reportOf(SMALL_CLINIC, 'punctuality')
    expect(tableOf(report, 'days').cells).toEqual(byHand.DAY_CELLS)
    expect(tableOf(report, 'days').proof).toEqual(byHand.DAY_PROOF)
    expect(tableOf(report, 'late').cells).toEqual(byHand.LATE_CELLS)
    expect(tableOf(report, 'early').cells).toEqual(byHand.EARLY_CELLS)
    expect(tableOf(report, 'punches').proof).toEqual(byHand.PUNCH_PROOF)
    expect(report.content.figures).toEqual(byHand.STAFF_FIGURES)
  })

  it('[PT3][RV4] what is published names no person and no record, the lists do', () => {
    const reports = [...monthOf(SMALL_CLINIC).values()]
    const published = JSON.stringify(reports.map(({ content }) => content))
    for (const prefix of [
      'patient:',
      'encounter:',
      'condition:',
      'household:',
      'practitioner:',
      'punch:',
      'day:',
    ])
      expect(published).not.toContain(prefix)
    expect(JSON.stringify(reports.map(({ lists }) => lists))).toContain('practitioner:')
  })
})
