import type { ReportListName } from '../../shared/reports/report-answers.ts'
import type { ReportLists } from '../../shared/reports/report-content.ts'
import type { FactsByCell, FactsByReason, PlacedFacts } from '../../shared/reports/tabulate.ts'

/** A fact where the report put it. */
export type ListedFact = {
  readonly id: string
  readonly table: string
  readonly row: string
  readonly cell: string
  readonly reason: string
  /** The counted fact that this one is folded into. */
  readonly into: string
}

/** Narrows a list to one number of the report, or one reason. */
export type ListFilter = {
  readonly table?: string | undefined
  readonly rows?: readonly string[] | undefined
  readonly cells?: readonly string[] | undefined
  readonly reason?: string | undefined
}

const NOTHING = { table: '', row: '', cell: '', reason: '', into: '' }

function byCell(table: string, facts: FactsByCell): readonly ListedFact[] {
  return Object.entries(facts).flatMap(([row, cells]) =>
    Object.entries(cells).flatMap(([cell, ids]) => ids.map((id) => ({ ...NOTHING, id, table, row, cell }))),
  )
}

function byReason(table: string, facts: FactsByReason): readonly ListedFact[] {
  return Object.entries(facts).flatMap(([reason, ids]) =>
    ids.map((id) => ({ ...NOTHING, id, table, reason })),
  )
}

function placed(list: ReportListName, table: string, facts: PlacedFacts): readonly ListedFact[] {
  if (list === 'counted') return byCell(table, facts.counted)
  if (list === 'folded') return facts.folded.map(([id, into]) => ({ ...NOTHING, id, table, into }))
  return byReason(table, list === 'excluded' ? facts.excluded : facts.tray)
}

function passes(fact: ListedFact, { table, rows, cells, reason }: ListFilter): boolean {
  return (
    (table === undefined || fact.table === table) &&
    (!rows || rows.includes(fact.row)) &&
    (!cells || cells.includes(fact.cell)) &&
    (reason === undefined || fact.reason === reason)
  )
}

function idsOf(lists: ReportLists, list: ReportListName): readonly string[] | undefined {
  if (list === 'without-history') return lists.withoutHistory
  if (list === 'disputed') return lists.disputed
  return list === 'overrides' ? lists.overrides : undefined
}

/** One list of a report's facts. */
export function factList(
  lists: ReportLists,
  list: ReportListName,
  filter: ListFilter,
): readonly ListedFact[] {
  const ids = idsOf(lists, list)
  if (ids) return ids.map((id) => ({ ...NOTHING, id }))
  return Object.entries(lists.tables)
    .flatMap(([table, facts]) => placed(list, table, facts))
    .filter((fact) => passes(fact, filter))
}
