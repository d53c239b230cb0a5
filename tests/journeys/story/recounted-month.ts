import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import formRows from '../../../shared/reports/form-11/rows.json' with { type: 'json' }
import { form11Figures } from '../../builders/workbook-grid.ts'
import {
  printedFigures,
  recountForm11,
  recountPoorPeople,
  recountVisits,
  USUAL_RULES,
  type Raw,
} from '../../recount/recount.ts'
import { WORKING_AREA } from './clinic-before.ts'
import { cellsPublished } from './raw-databases.ts'

const LINES = formRows.rows.map(({ id }) => id)
const rulesOf = (period: string) => ({ ...USUAL_RULES, period, workingArea: WORKING_AREA })

function lastDayOf(period: string): string {
  const [year, month] = period.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10)
}

/** Every figure of the downloaded workbook is the one counted again from the hub's raw documents. */
export async function expectRecountedFile(
  file: string,
  documents: readonly Raw[],
  period: string,
): Promise<void> {
  const counted = recountForm11(documents, rulesOf(period))
  const figures = form11Figures(new Uint8Array(await readFile(file)))
  expect([...figures.keys()].sort()).toEqual([...LINES].sort())
  for (const line of LINES) expect([line, figures.get(line)]).toEqual([line, printedFigures(counted, line)])
}

/** The other published tables with a recount: visits by payer, and the cover of the poor. */
export function expectRecountedTables(documents: readonly Raw[], period: string): void {
  const rules = rulesOf(period)
  const cells = cellsPublished(documents, period)
  expect(cells('visits', 'payer')).toEqual(recountVisits(documents, rules))
  expect(cells('poor-cover', 'persons')).toEqual(recountPoorPeople(documents, rules, lastDayOf(period)))
}

/** How many new cases the recount finds on a line of Form 11, for an age column and a sex (`70y+/P`). */
export function newCases(documents: readonly Raw[], period: string, line: string, who: string): number {
  return recountForm11(documents, rulesOf(period))[line]?.[`baru/${who}`] ?? 0
}
