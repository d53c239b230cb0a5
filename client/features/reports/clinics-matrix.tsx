import { dayAt } from '../../../shared/calendar/instant.ts'
import type { Month } from '../../../shared/calendar/month.ts'
import type { MatrixCell, ReportMatrix } from '../../../shared/reports/report-answers.ts'
import { FORMS } from '../../../shared/reports/report-content.ts'
import { dateText, numberText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Link } from '../../ui/router/router.tsx'
import { percentText } from './share-text.ts'
import { StandingTag } from './standing-tag.tsx'
import { byNeed, standingOf, sumOf } from './standing.ts'

type Clinic = ReportMatrix['facilities'][number]

/** Clinics by reports, the ones that need attention first. */
export function ClinicsMatrix({ matrix }: { matrix: ReportMatrix }) {
  const t = useT()
  return (
    <>
      <MatrixSum matrix={matrix} />
      <p className="soft" id="matrix-order">
        {t('reports.sorted')}
      </p>
      <div
        className="table-frame"
        tabIndex={0}
        role="region"
        aria-label={t('reports.title')}
        aria-describedby="matrix-order"
      >
        <table className="table matrix">
          <thead>
            <tr>
              <th scope="col">{t('reports.facility')}</th>
              {FORMS.map((form) => (
                <th key={form} scope="col">
                  {t(`reports.short.${form}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...matrix.facilities].sort(byNeed).map((clinic) => (
              <tr key={clinic.code}>
                <th scope="row">{clinic.name}</th>
                {FORMS.map((form) => (
                  <td key={form}>
                    <Cell
                      clinic={clinic}
                      cell={clinic.reports.find((each) => each.form === form)}
                      period={matrix.period}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function MatrixSum({ matrix }: { matrix: ReportMatrix }) {
  const { language, t } = useSpeech()
  const sum = sumOf(matrix)
  if (!sum) return <Notice tone="info">{t('reports.sum-none')}</Notice>
  const { due, arrived, onTime } = sum
  return (
    <Notice tone={onTime === due ? 'good' : 'info'}>
      {t('reports.sum', {
        arrived: numberText(arrived, language),
        onTime: numberText(onTime, language),
        due: numberText(due, language),
        arrivedPercent: percentText(arrived, due, language),
        onTimePercent: percentText(onTime, due, language),
      })}
    </Notice>
  )
}

type CellProps = {
  readonly clinic: Clinic
  readonly cell: MatrixCell | undefined
  readonly period: Month
}

function Cell({ clinic, cell, period }: CellProps) {
  const { language, t } = useSpeech()
  if (!cell) return <>{'-'}</>
  const { form, arrivedAt, revision, complete } = cell
  const lines = [
    ...(arrivedAt === null ? [] : [t('reports.arrived', { day: dateText(dayAt(arrivedAt, clinic.zone)) })]),
    ...(revision === null ? [] : [t('reports.revision', { n: revision })]),
    ...(complete && complete.denominator > 0
      ? [
          t('reports.completeness', {
            percent: percentText(complete.numerator, complete.denominator, language),
          }),
        ]
      : []),
  ]
  const words = (
    <>
      <StandingTag standing={standingOf(cell)} />
      {lines.map((line) => (
        <span key={line} className="matrix-line">
          {line}
        </span>
      ))}
    </>
  )
  if (revision === null) return <div className="matrix-cell">{words}</div>
  return (
    <Link className="matrix-cell" to={`/reports/${clinic.code}/${form}/${period}`}>
      <span className="unseen">
        {t('reports.open', { form: t(`reports.form.${form}`), facility: clinic.name })}
      </span>
      {words}
    </Link>
  )
}
