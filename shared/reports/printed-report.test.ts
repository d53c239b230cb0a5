import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthOf, reportOf, tableOf } from '../../tests/recount/month-of.ts'
import { randomClinic } from '../../tests/recount/random-clinic.ts'
import { printedFigures, recountForm11, USUAL_RULES } from '../../tests/recount/recount.ts'
import { AREA_A, AREA_B, SMALL_CLINIC } from '../../tests/recount/small-clinic.ts'
import { FORM_11_PRINTED } from './form-11/form-11-layout.ts'
import { FORM_11_ROWS } from './form-11/rows.ts'
import { FIGURE_TITLES, printedReport } from './printed-report.ts'
import { printedFigure, type PrintedRow, type PrintedTable } from './printed-table.ts'
import type { CompiledReport, ReportTable } from './report-content.ts'
import { figureOf } from './tabulate.ts'

const rules = { ...USUAL_RULES, period: '2026-10', workingArea: [AREA_A, AREA_B] }

function rowOf(printed: PrintedTable, id: string): PrintedRow {
  const row = printed.rows.find((one) => one.id === id)
  if (!row) throw new Error(`no row ${id}`)
  return row
}

const valuesOf = (stored: ReportTable, printed: PrintedTable, row: PrintedRow) =>
  printed.columns.map((column) => printedFigure(stored, row, column).value)

function printedValues(report: CompiledReport, table: string, row: string): readonly (number | null)[] {
  const printed = printedReport(report.content).find((one) => one.id === table)
  if (!printed) throw new Error(`no printed table ${table}`)
  return valuesOf(tableOf(report, printed.table), printed, rowOf(printed, row))
}

describe('Form 11 as it is printed', () => {
  it('[F11-4] has 19 columns, 15 groups, 242 lines and a total', () => {
    const kinds = FORM_11_PRINTED.rows.map(({ kind }) => kind)
    expect(FORM_11_PRINTED.labelHeadings.length + FORM_11_PRINTED.columns.length).toBe(19)
    expect(kinds.filter((kind) => kind === 'group')).toHaveLength(15)
    expect(kinds.filter((kind) => kind === 'row')).toHaveLength(242)
    expect(kinds.filter((kind) => kind === 'total')).toHaveLength(1)
  })

  it('[F11-4] a heading shows the sum of its rows', () => {
    const report = reportOf(SMALL_CLINIC, 'form-11')
    //                                          0-7d 8-28d …                      60+  baru L P JML  lama L P JML
    expect(printedValues(report, 'cases', 'J17a')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0])
    expect(printedValues(report, 'cases', 'J17b')).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 0, 1, 1])
    expect(printedValues(report, 'cases', 'J17')).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 3, 0, 1, 1])
    expect(printedValues(report, 'cases', 'total')).toEqual([1, 1, 1, 0, 0, 1, 1, 2, 0, 5, 8, 4, 12, 4, 3, 7])
  })

  it('[F11-3][F11-4][TB2] every line is what the recount prints; ages, L + P and JML agree; the total counts each case once', () => {
    fc.assert(
      fc.property(randomClinic, (documents) => {
        const report = reportOf(documents, 'form-11')
        const cases = tableOf(report, 'cases')
        const counted = recountForm11(documents, rules)
        for (const { id } of FORM_11_ROWS) {
          const values = valuesOf(cases, FORM_11_PRINTED, rowOf(FORM_11_PRINTED, id))
          expect(values).toEqual(printedFigures(counted, id))
          const [ages, newL = 0, newP = 0, newAll] = [values.slice(0, 10), ...values.slice(10).map(Number)]
          expect(ages.map(Number).reduce((sum, one) => sum + one, 0)).toBe(newAll)
          expect(newL + newP).toBe(newAll)
        }
        const total = valuesOf(cases, FORM_11_PRINTED, rowOf(FORM_11_PRINTED, 'total')).map(Number)
        expect((total[12] ?? 0) + (total[15] ?? 0)).toBe(cases.proof.counted)
      }),
      { numRuns: 30 },
    )
  })
})

describe('printed tables', () => {
  it('[TB2] every side of the visits has the same total', () => {
    fc.assert(
      fc.property(randomClinic, (documents) => {
        const report = reportOf(documents, 'visits')
        for (const printed of printedReport(report.content)) {
          const stored = tableOf(report, printed.table)
          const all = printed.columns.filter(({ id }) => id.endsWith('semua/JML'))
          const total = all.reduce(
            (sum, { cells }) => sum + figureOf(stored.cells, rowOf(printed, 'total').rows, cells),
            0,
          )
          expect(total).toBe(stored.proof.counted)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('[PC5] a share of nobody is printed as "-"', () => {
    const empty = printedValues(reportOf([], 'poor-cover'), 'persons', 'total')
    expect(empty.filter((value) => value === null)).toHaveLength(2)
    const some = printedValues(reportOf(SMALL_CLINIC, 'poor-cover'), 'persons', 'total')
    expect(some).toEqual([4, 3, 7, 3, 1, 1, 0, 2, 5, (5 / 7) * 100, 5, (5 / 7) * 100])
  })

  it('names every figure of every report', () => {
    for (const { content } of monthOf(SMALL_CLINIC).values())
      for (const { id } of content.figures) expect(FIGURE_TITLES[id], id).toBeTruthy()
  })
})
