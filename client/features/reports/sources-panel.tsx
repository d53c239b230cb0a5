import { dayAt, type Zone } from '../../../shared/calendar/instant.ts'
import type { Report } from '../../../shared/documents/report.ts'
import { dateText, numberText, timeText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import { CompletenessText } from './completeness-text.tsx'

/** The figure that says how much of what should be in a form is. */
const MEASURES: Readonly<Partial<Record<Report['form'], string>>> = {
  'form-11': 'diagnosed',
  visits: 'served',
}

type Props = { readonly report: Report; readonly zone: Zone }

/** How complete the report is: from which desks records have come, until when, and what was read. */
export function SourcesPanel({ report, zone }: Props) {
  const t = useT()
  const measured = report.figures.find(({ id }) => id === MEASURES[report.form])
  return (
    <section className="panel stack stack-tight" aria-labelledby="sources">
      <h2 id="sources">{t('reports.sources')}</h2>
      {measured?.denominator && (
        <p>
          <CompletenessText
            form={report.form}
            complete={{ numerator: measured.numerator, denominator: measured.denominator }}
          />
        </p>
      )}
      {report.desks.length === 0 ? (
        <p className="soft">{t('reports.desks.none')}</p>
      ) : (
        <Desks desks={report.desks} zone={zone} />
      )}
      <Databases sources={report.sources} />
    </section>
  )
}

function Desks({ desks, zone }: { desks: Report['desks']; zone: Zone }) {
  const { language, t } = useSpeech()
  return (
    <table className="table reasons">
      <caption>{t('reports.desks')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reports.desk')}</th>
          <th scope="col">{t('reports.desk-last')}</th>
          <th scope="col" className="right">
            {t('reports.desk-records')}
          </th>
        </tr>
      </thead>
      <tbody>
        {desks.map(({ device, lastRecordAt, recordsInMonth }) => (
          <tr key={device}>
            <th scope="row">{device.split('-')[1] ?? device}</th>
            <td className="number">
              {dateText(dayAt(lastRecordAt, zone))} {timeText(lastRecordAt, zone)}
            </td>
            <td className="right">{numberText(recordsInMonth, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A CouchDB sequence begins with its number; the rest is for the machine. */
const SHOWN_OF_SEQUENCE = 12

function Databases({ sources }: { sources: Report['sources'] }) {
  const t = useT()
  return (
    <details>
      <summary>{t('reports.source-until')}</summary>
      <dl className="lines small">
        {Object.entries(sources).map(([database, sequence]) => (
          <div key={database}>
            <dt>{database}</dt>
            <dd className="number" title={sequence}>
              {sequence.slice(0, SHOWN_OF_SEQUENCE)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
