import type { Report } from '../../../shared/documents/report.ts'
import { FIGURE_TITLES } from '../../../shared/reports/printed-report.ts'
import { numberText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { percentText } from './share-text.ts'

/** Figures of the report that are no sums of its cells, in the report's own words. */
export function FiguresPanel({ report }: { report: Report }) {
  const { t } = useSpeech()
  if (report.figures.length === 0) return null
  return (
    <section className="panel" aria-labelledby="figures">
      <h2 id="figures">{t('reports.figures')}</h2>
      <dl className="lines">
        {report.figures.map((figure) => (
          <div key={figure.id}>
            <dt lang="id">{FIGURE_TITLES[figure.id] ?? figure.id}</dt>
            <dd className="number">
              <Figure {...figure} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type FigureProps = Pick<Report['figures'][number], 'numerator' | 'denominator'>

/** Over nobody a share is "-" (rule PC5 of the reports). */
function Figure({ numerator, denominator }: FigureProps) {
  const { language, t } = useSpeech()
  if (denominator === null) return <>{numberText(numerator, language)}</>
  if (denominator === 0) return <>{'-'}</>
  return (
    <>
      {t('reports.share', {
        numerator: numberText(numerator, language),
        denominator: numberText(denominator, language),
        percent: percentText(numerator, denominator, language),
      })}
    </>
  )
}
