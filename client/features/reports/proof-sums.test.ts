import { describe, expect, it } from 'vitest'
import type { Report } from '../../../shared/documents/report.ts'
import { reportOf } from '../../../tests/recount/month-of.ts'
import { SMALL_CLINIC } from '../../../tests/recount/small-clinic.ts'
import { listSizes, mostFirst, totalOf } from './proof-sums.ts'

describe('sizes of the lists', () => {
  it('are those of the facts behind the report', () => {
    const { content, lists } = reportOf(SMALL_CLINIC, 'form-11')
    const sizes = listSizes(content as unknown as Report)
    const { excluded, tray, folded } = lists.tables['cases']!
    expect(sizes.folded).toBe(folded.length)
    expect(sizes.excluded).toBe(Object.values(excluded).flat().length)
    expect(sizes.tray).toBe(Object.values(tray).flat().length)
    expect(sizes['without-history']).toBe(lists.withoutHistory.length)
    expect(sizes.counted + sizes.folded + sizes.excluded + sizes.tray).toBe(content.tables[0]?.proof.read)
  })
})

describe('reasons', () => {
  it('stand in order of their counts', () => {
    const counts = { b: 1, a: 1, c: 5 }
    expect(mostFirst(counts).map(([reason]) => reason)).toEqual(['c', 'a', 'b'])
    expect(totalOf(counts)).toBe(7)
  })
})
