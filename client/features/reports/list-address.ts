import type { PrintedRow, PrintedTable } from '../../../shared/reports/printed-table.ts'
import type { ReportListName } from '../../../shared/reports/report-answers.ts'

/** A report of a clinic and month, as addresses name it. */
export type ReportKey = { readonly facility: string; readonly form: string; readonly period: string }

/** Narrows a list to the facts of one line of the report, or to one reason. */
export type ListPart = {
  readonly table?: string
  readonly rows?: readonly string[]
  readonly reason?: string
}

/** The part in an address, as the hub takes it: `table=cases&row=J17&row=J17a`. */
export function partQuery({ table, rows = [], reason }: ListPart): string {
  const query = new URLSearchParams([
    ...(table === undefined ? [] : [['table', table]]),
    ...rows.map((row) => ['row', row]),
    ...(reason === undefined ? [] : [['reason', reason]]),
  ])
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The part that an address asks for; anything else in it is left out. */
export function partIn(path: string): ListPart {
  const query = new URLSearchParams(path.split('?')[1] ?? '')
  const [table, rows, reason] = [query.get('table'), query.getAll('row'), query.get('reason')]
  return {
    ...(table === null ? {} : { table }),
    ...(rows.length === 0 ? {} : { rows }),
    ...(reason === null ? {} : { reason }),
  }
}

/** The screen of a list. */
export function listAddress(
  { facility, form, period }: ReportKey,
  list: ReportListName | 'people',
  part: ListPart = {},
): string {
  return `/reports/${facility}/${form}/${period}/${list}${partQuery(part)}`
}

/** The facts counted in a line of a printed table. */
export function lineAddress(report: ReportKey, printed: PrintedTable, row: PrintedRow): string {
  return listAddress(report, 'counted', { table: printed.table, rows: row.rows })
}
