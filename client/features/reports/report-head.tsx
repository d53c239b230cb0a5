import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dayAt } from '../../../shared/calendar/instant.ts'
import type { Report } from '../../../shared/documents/report.ts'
import type { ReportAnswer } from '../../../shared/reports/report-answers.ts'
import { dateText, monthText, timeText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { StandingTag } from './standing-tag.tsx'
import { standingOfArrival } from './standing.ts'

type Props = {
  readonly facility: ReportAnswer['facility']
  readonly dueOn: CalendarDate
  readonly report: Report
}

/** The head of the form: whose month it is, which revision, when it was compiled and when it first arrived. */
export function ReportHead({ facility, dueOn, report }: Props) {
  const { language, t } = useSpeech()
  const { arrivedAt, computedAt, revision, period } = report
  const { zone } = facility
  return (
    <dl className="report-head panel">
      <div>
        <dt>{t('reports.facility-code')}</dt>
        <dd className="number">{facility.code}</dd>
      </div>
      <div>
        <dt>{t('reports.facility')}</dt>
        <dd>{facility.name}</dd>
      </div>
      <div>
        <dt>{t('reports.month')}</dt>
        <dd>{monthText(period, language)}</dd>
      </div>
      <div>
        <dt>{t('reports.revision-heading')}</dt>
        <dd>
          {t('reports.revision', { n: revision })}
          <span className="soft">
            {', '}
            {t('reports.compiled', {
              day: dateText(dayAt(computedAt, zone)),
              time: timeText(computedAt, zone),
            })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t('reports.state')}</dt>
        <dd className="row">
          <StandingTag standing={standingOfArrival(arrivedAt, zone, dueOn)} />
          <span className="soft">
            {arrivedAt !== null && <>{t('reports.arrived', { day: dateText(dayAt(arrivedAt, zone)) })} · </>}
            {t('reports.due', { day: dateText(dueOn) })}
          </span>
        </dd>
      </div>
    </dl>
  )
}
