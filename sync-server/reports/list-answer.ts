import type { ReportListAnswer, ReportListName } from '../../shared/reports/report-answers.ts'
import { reasonTitle, tableTitle } from '../../shared/reports/reason-titles.ts'
import type { FactWords } from './describe-facts.ts'
import type { ListedFact } from './fact-lists.ts'

const USUAL = ['Tanggal', 'Nama', 'No. RM', 'Keterangan']
const HEADINGS: Readonly<Record<ReportListName, readonly string[]>> = {
  counted: [...USUAL, 'Tabel', 'Baris', 'Kolom', 'Id'],
  folded: [...USUAL, 'Tabel', 'Digabung dengan', 'Id'],
  excluded: [...USUAL, 'Tabel', 'Sebab', 'Id'],
  tray: [...USUAL, 'Tabel', 'Sebab', 'Id'],
  'without-history': [...USUAL, 'Id'],
  disputed: [...USUAL, 'Id'],
  overrides: [...USUAL, 'Id'],
}

function placeOf(fact: ListedFact, list: ReportListName): readonly string[] {
  switch (list) {
    case 'counted':
      return [tableTitle(fact.table), fact.row, fact.cell]
    case 'folded':
      return [tableTitle(fact.table), fact.into]
    case 'excluded':
    case 'tray':
      return [tableTitle(fact.table), reasonTitle(fact.reason)]
    default:
      return []
  }
}

/** A page of a list in words. */
export function listAnswer(
  list: ReportListName,
  facts: readonly ListedFact[],
  total: number,
  wordsOf: (id: string) => FactWords,
): ReportListAnswer {
  const rows = facts.map((fact) => {
    const { on, name, rm, what } = wordsOf(fact.id)
    return [on, name, rm, what, ...placeOf(fact, list), fact.id]
  })
  return { list, total, headings: HEADINGS[list], rows }
}
