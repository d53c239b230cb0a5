import { dayAt, type Zone } from '../../../shared/calendar/instant.ts'
import type { Month } from '../../../shared/calendar/month.ts'
import type { MatrixCell, ReportMatrix } from '../../../shared/reports/report-answers.ts'
import { dateText, monthText, timeText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import { Link } from '../../ui/router/router.tsx'
import { CompletenessText } from './completeness-text.tsx'
import { StandingTag } from './standing-tag.tsx'
import { standingOf } from './standing.ts'

type Props = { readonly clinic: ReportMatrix['facilities'][number]; readonly period: Month }

/** A clinic's own reports of the month. */
export function OwnReports({ clinic, period }: Props) {
  const { language, t } = useSpeech()
  const id = `own-${clinic.code}`
  return (
    <div className="stack stack-tight">
      <h2 id={id}>{t('reports.own', { facility: clinic.name, month: monthText(period, language) })}</h2>
      <div className="table-frame" tabIndex={0} role="region" aria-labelledby={id}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('reports.form')}</th>
              <th scope="col">{t('reports.state')}</th>
              <th scope="col">{t('reports.arrival')}</th>
              <th scope="col">{t('reports.revision-heading')}</th>
              <th scope="col">{t('reports.completeness-heading')}</th>
            </tr>
          </thead>
          <tbody>
            {clinic.reports.map((cell) => (
              <ReportRow
                key={cell.form}
                cell={cell}
                zone={clinic.zone}
                to={`/reports/${clinic.code}/${cell.form}/${period}`}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

type RowProps = { readonly cell: MatrixCell; readonly zone: Zone; readonly to: string }

function ReportRow({ cell, zone, to }: RowProps) {
  const t = useT()
  const { form, arrivedAt, revision, provisional, complete } = cell
  const name = t(`reports.form.${form}`)
  return (
    <tr>
      <th scope="row" className="report-name">
        {revision === null ? name : <Link to={to}>{name}</Link>}
      </th>
      <td>
        <StandingTag standing={standingOf(cell)} />
        {revision === null && <div className="small soft">{t('reports.not-compiled')}</div>}
        {provisional && <div className="small soft">{t('reports.provisional')}</div>}
      </td>
      <td className="number nowrap">
        {arrivedAt === null ? '-' : `${dateText(dayAt(arrivedAt, zone))} ${timeText(arrivedAt, zone)}`}
      </td>
      <td className="number">{revision ?? '-'}</td>
      <td>
        <CompletenessText form={form} complete={complete} />
      </td>
    </tr>
  )
}
