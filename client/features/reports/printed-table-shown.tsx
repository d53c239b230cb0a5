import { useMemo, useState } from 'react'
import type { PrintedFigure, PrintedRow, PrintedTable } from '../../../shared/reports/printed-table.ts'
import type { ReportTable } from '../../../shared/reports/report-content.ts'
import { numberText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import type { Language } from '../../i18n/translate.ts'
import { Link } from '../../ui/router/router.tsx'
import { headingRows } from './heading-rows.ts'
import { isFilled, printedLines, type PrintedLine } from './printed-lines.ts'

type Props = {
  readonly printed: PrintedTable
  readonly stored: ReportTable
  /** An official form: its columns are numbered, and its many lines may be narrowed to those with figures. */
  readonly ofForm: boolean
  /** Where the facts of a line are listed, for those who may open them. */
  readonly lineTo?: ((row: PrintedRow) => string) | undefined
}

/**
 * A table as its form prints it, in the form's own words. Its head and the names of its lines stay in sight while one
 * scrolls inside; the page itself never scrolls sideways.
 */
export function PrintedTableShown({ printed, stored, ofForm, lineTo }: Props) {
  const t = useT()
  const [filledOnly, setFilledOnly] = useState(false)
  const groups = useMemo(() => printedLines(printed, stored, filledOnly), [printed, stored, filledOnly])
  const title = `table-${printed.id}`
  return (
    <div className="stack stack-tight">
      <div className="row row-apart">
        <h2 id={title} lang="id">
          {printed.title}
        </h2>
        {ofForm && (
          <label className="check">
            <input
              type="checkbox"
              checked={filledOnly}
              onChange={(event) => setFilledOnly(event.target.checked)}
            />
            {t('reports.filled-only')}
          </label>
        )}
      </div>
      <div className="table-frame printed-frame" tabIndex={0} role="region" aria-labelledby={title} lang="id">
        <table className="table printed">
          <PrintedHead printed={printed} numbered={ofForm} />
          {groups.map(({ group, lines }) => (
            <tbody key={group?.id ?? lines[0]?.row.id}>
              {group && (
                <tr className="printed-group">
                  <Labels labels={group.labels} scope="rowgroup" />
                  <td colSpan={printed.columns.length} />
                </tr>
              )}
              {lines.map((line) => (
                <Line key={line.row.id} line={line} printed={printed} lineTo={lineTo} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  )
}

function PrintedHead({ printed, numbered }: { printed: PrintedTable; numbered: boolean }) {
  const { labelHeadings, columns } = printed
  const rows = useMemo(() => headingRows(columns), [columns])
  return (
    <thead>
      {rows.map((cells, level) => (
        <tr key={cells[0]?.key ?? level}>
          {level === 0 &&
            labelHeadings.map((heading, index) => {
              // A table without a name for its lines has no heading there, which is then no heading cell either.
              const Cell = heading === '' ? 'td' : 'th'
              return (
                <Cell
                  key={heading}
                  scope={heading === '' ? undefined : 'col'}
                  rowSpan={rows.length}
                  className={labelClass(labelHeadings, index)}
                >
                  {heading}
                </Cell>
              )
            })}
          {cells.map((cell) => (
            <th
              key={cell.key}
              scope={cell.columns > 1 ? 'colgroup' : 'col'}
              colSpan={cell.columns}
              rowSpan={cell.rows}
            >
              {unbroken(cell.text)}
            </th>
          ))}
        </tr>
      ))}
      {numbered && (
        <tr className="printed-numbers" aria-hidden="true">
          {[...labelHeadings, ...columns].map((_, index) => (
            <td key={index} className={labelClass(labelHeadings, index)}>
              {index + 1}
            </td>
          ))}
        </tr>
      )}
    </thead>
  )
}

/** The number, the name and whatever else the form says of a line; number and name stay in sight. */
function labelClass(labels: readonly string[], index: number): string {
  if (index >= labels.length) return ''
  const name = nameColumn(labels)
  if (index === name) return name === 0 ? 'label-name label-first' : 'label-name'
  return index < name ? 'label-number' : ''
}

/** Which of the labels names the line: the second where the first is its number. */
function nameColumn(labels: readonly string[]): number {
  return labels.length > 1 ? 1 : 0
}

type LabelsProps = {
  readonly labels: readonly string[]
  readonly scope: 'row' | 'rowgroup'
  readonly to?: string | undefined
}

function Labels({ labels, scope, to }: LabelsProps) {
  return (
    <>
      {labels.map((label, index) =>
        index === nameColumn(labels) ? (
          <th key={index} scope={scope} className={labelClass(labels, index)}>
            {to === undefined ? label : <Link to={to}>{label}</Link>}
          </th>
        ) : (
          <td key={index} className={labelClass(labels, index)}>
            {label}
          </td>
        ),
      )}
    </>
  )
}

type LineProps = Pick<Props, 'printed' | 'lineTo'> & { readonly line: PrintedLine }

function Line({ line, printed, lineTo }: LineProps) {
  const { language } = useSpeech()
  const { row, figures } = line
  const to = row.kind === 'row' && isFilled(line) ? lineTo?.(row) : undefined
  return (
    <tr className={`printed-${row.kind}`}>
      <Labels labels={row.labels} scope="row" to={to} />
      {figures.map((figure, index) => (
        <td key={printed.columns[index]?.id ?? index} className={figure.value === 0 ? 'right zero' : 'right'}>
          {figureText(figure, language)}
        </td>
      ))}
    </tr>
  )
}

/** An age such as `20-44 th` or `> 59 th` may break before its unit and not inside the numbers. */
function unbroken(heading: string): string {
  return heading.replace(/(\d)-(\d)/g, '$1\u2011$2').replace('> ', '>\u00a0')
}

function figureText({ value, percent }: PrintedFigure, language: Language): string {
  if (value === null) return '-'
  return numberText(value, language, percent ? 1 : undefined)
}
