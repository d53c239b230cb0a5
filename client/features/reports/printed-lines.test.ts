import { describe, expect, it } from 'vitest'
import { printedReport } from '../../../shared/reports/printed-report.ts'
import type { PrintedTable } from '../../../shared/reports/printed-table.ts'
import type { ReportTable } from '../../../shared/reports/report-content.ts'
import { reportOf } from '../../../tests/recount/month-of.ts'
import { SMALL_CLINIC } from '../../../tests/recount/small-clinic.ts'
import { printedLines } from './printed-lines.ts'

const form11 = reportOf(SMALL_CLINIC, 'form-11').content

function only(tables: readonly ReportTable[], printed: readonly PrintedTable[]) {
  const [stored, shown] = [tables[0], printed[0]]
  if (!stored || !shown) throw new Error('no table')
  return [shown, stored] as const
}

describe('lines of a printed table', () => {
  const [printed, stored] = only(form11.tables, printedReport(form11))

  it('stand under the 15 groups of Form 11, the total by itself', () => {
    const groups = printedLines(printed, stored, false)
    expect(groups.map(({ group }) => group?.id ?? 'none').join('')).toBe('ABCDEFGHIJKLMNOnone')
    expect(groups.flatMap(({ lines }) => lines)).toHaveLength(243)
    expect(groups.at(-1)?.lines.map(({ row }) => row.kind)).toEqual(['total'])
  })

  it('without empty ones still have every case: the lines that stay have all figures of the total', () => {
    const groups = printedLines(printed, stored, true)
    const lines = groups.flatMap((each) => each.lines)
    expect(lines.length).toBeLessThan(20)
    expect(groups.every((each) => each.lines.length > 0)).toBe(true)
    const dropped = printedLines(printed, stored, false)
      .flatMap((each) => each.lines)
      .filter(({ row }) => !lines.some((line) => line.row.id === row.id))
    expect(dropped.flatMap(({ figures }) => figures).every(({ value }) => value === 0)).toBe(true)
    expect(lines.at(-1)?.row.id).toBe('total')
  })

  it('are one list where the form has no groups', () => {
    const visits = reportOf(SMALL_CLINIC, 'visits').content
    const groups = printedLines(...only(visits.tables, printedReport(visits)), false)
    expect(groups).toHaveLength(1)
    expect(groups[0]?.group).toBeNull()
    expect(groups[0]?.lines.at(-1)?.row.kind).toBe('total')
  })
})
