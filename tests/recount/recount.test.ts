import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProved } from '../../shared/reports/tabulate.ts'
import { monthOf, reportOf, tableOf, aSetting } from './month-of.ts'
import { randomClinic } from './random-clinic.ts'
import { recountForm11, recountPoorPeople, recountVisits, USUAL_RULES, type RecountRules } from './recount.ts'
import * as byHand from './small-clinic-by-hand.ts'
import { AREA_A, AREA_B, SMALL_CLINIC } from './small-clinic.ts'

const usual: RecountRules = { ...USUAL_RULES, period: '2026-10', workingArea: [AREA_A, AREA_B] }
const LAST_DAY = '2026-10-31'

const otherRules = fc.record({
  visitRule: fc.constantFrom('YEAR', 'MONTH', 'EVER'),
  acuteDays: fc.constantFrom(7, 14, 28),
  chronicReset: fc.constantFrom('NEVER', 'YEAR'),
  counts: fc.constantFrom('served', 'registered'),
  poorDesil: fc.constantFrom(3, 5),
})

function settingsFor(rules: Omit<RecountRules, 'period' | 'workingArea'>) {
  return [
    aSetting('visit-new-rule', '2020-01-01', rules.visitRule),
    aSetting('case-new-rule', '2020-01-01', { acuteDays: rules.acuteDays, chronicReset: rules.chronicReset }),
    aSetting('counts-as-visit', '2020-01-01', rules.counts),
    aSetting('poor-desil', '2020-01-01', rules.poorDesil),
  ]
}

describe('the independent recount', () => {
  it('agrees with the count by hand', () => {
    expect(recountForm11(SMALL_CLINIC, usual)).toEqual(byHand.FORM_11_CELLS)
    expect(recountVisits(SMALL_CLINIC, usual)).toEqual(byHand.VISIT_CELLS)
    expect(recountPoorPeople(SMALL_CLINIC, usual, LAST_DAY)).toEqual(byHand.POOR_PERSON_CELLS)
  })

  it('agrees with the engine on random clinics under every rule, and every proof adds up', () => {
    fc.assert(
      fc.property(randomClinic, otherRules, (documents, rules) => {
        const all = { ...usual, ...rules }
        const reports = monthOf(documents, { settings: settingsFor(rules) })
        const [form11, visits, poor] = [
          reports.get('form-11'),
          reports.get('visits'),
          reports.get('poor-cover'),
        ]
        if (!form11 || !visits || !poor) throw new Error('a report is missing')
        expect(tableOf(form11, 'cases').cells).toEqual(recountForm11(documents, all))
        expect(tableOf(visits, 'payer').cells).toEqual(recountVisits(documents, all))
        expect(tableOf(poor, 'persons').cells).toEqual(recountPoorPeople(documents, all, LAST_DAY))
        for (const { content } of reports.values())
          for (const { proof } of content.tables) expect(isProved(proof)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('[TB3] records that arrive in another order give the same reports, lists and all', () => {
    fc.assert(
      fc.property(randomClinic, fc.infiniteStream(fc.nat()), (documents, chance) => {
        const shuffled = documents
          .map((document) => ({ document, place: chance.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ document }) => document)
        expect([...monthOf(shuffled).values()]).toEqual([...monthOf(documents).values()])
      }),
    )
  })

  it('[TB3] records that arrive late give what they would have given in time', () => {
    fc.assert(
      fc.property(randomClinic, fc.nat(), (documents, cut) => {
        const late = documents.length === 0 ? 0 : cut % documents.length
        const inTime = [...documents.slice(late), ...documents.slice(0, late)]
        expect(reportOf(inTime, 'form-11')).toEqual(reportOf(documents, 'form-11'))
      }),
    )
  })
})
