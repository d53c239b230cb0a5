import { FORM_11_AGE_BANDS } from '../../../shared/reports/age-bands.ts'
import type { Report } from '../../../shared/documents/report.ts'
import { FORM_11_PRINTED } from '../../../shared/reports/form-11/form-11-layout.ts'
import { printedFigure } from '../../../shared/reports/printed-table.ts'
import { numberText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'

/** The bottom line of Form 11 as bars: new cases by age. The same figures stand in the table, so it is only a picture. */
export function AgeChart({ report }: { report: Report }) {
  const { language, t } = useSpeech()
  const bars = barsOf(report)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  if (bars.length === 0) return null
  return (
    <section className="panel" aria-labelledby="chart">
      <h2 id="chart">{t('reports.chart')}</h2>
      <ul className="bars" lang="id">
        {bars.map(({ id, heading, count }) => (
          <li key={id}>
            <span>{heading}</span>
            <svg className="bar" width="100%" height="14" aria-hidden="true" focusable="false">
              <rect width={`${(count / most) * 100}%`} height="14" rx="2" />
            </svg>
            <span className="number right">{numberText(count, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function barsOf(report: Report) {
  const stored = report.tables.find(({ id }) => id === FORM_11_PRINTED.table)
  const total = FORM_11_PRINTED.rows.find(({ kind }) => kind === 'total')
  if (!stored || !total) return []
  return FORM_11_AGE_BANDS.flatMap(({ id, heading }) => {
    const column = FORM_11_PRINTED.columns.find((each) => each.id === `baru/${id}`)
    return column ? [{ id, heading, count: printedFigure(stored, total, column).value ?? 0 }] : []
  })
}
