import { Month } from '../../../shared/calendar/month.ts'
import {
  REPORT_LISTS,
  type ReportListAnswer,
  type ReportListName,
} from '../../../shared/reports/report-answers.ts'
import { FORMS, type FormId } from '../../../shared/reports/report-content.ts'
import { monthText, numberText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import { Link, useRouter } from '../../ui/router/router.tsx'
import { ListSchema } from './answers.ts'
import { Download } from './download.tsx'
import { HubTrouble } from './hub-trouble.tsx'
import { partIn, partQuery } from './list-address.ts'
import { Reading } from './reading.tsx'
import { reasonText } from './reason-text.ts'
import { listTitle } from './report-lists.tsx'
import { useHubAnswer } from './use-hub-answer.ts'
import './reports.css'

/** Rows shown; all of them are in the file. */
const SHOWN = 500

type Props = { readonly params: Readonly<Record<string, string>> }

/** The facts behind a report's numbers, each with its place or its reason; only for the clinic itself. */
export default function ReportListPage({ params }: Props) {
  const t = useT()
  const { facility = '' } = params
  const form = FORMS.find((each) => each === params['form'])
  const list = ([...REPORT_LISTS, 'people'] as const).find((each) => each === params['list'])
  const period = Month.safeParse(params['period'])
  return (
    <div className="page page-full stack">
      {form && list && period.success ? (
        <>
          <p>
            <Link to={`/reports/${facility}/${form}/${period.data}`}>{t('reports.back-to-report')}</Link>
          </p>
          <FetchedList facility={facility} form={form} period={period.data} list={list} />
        </>
      ) : (
        <>
          <p>
            <Link to="/reports">{t('reports.back')}</Link>
          </p>
          <p className="panel empty">{t('reports.unknown')}</p>
        </>
      )}
    </div>
  )
}

type Wanted = {
  readonly facility: string
  readonly form: FormId
  readonly period: Month
  readonly list: ReportListName | 'people'
}

function FetchedList({ facility, form, period, list }: Wanted) {
  const { language, t } = useSpeech()
  const { path: address } = useRouter()
  const part = partIn(address)
  const path = `/api/reports/${encodeURIComponent(facility)}/${form}/${period}/lists/${list}`
  const { answer, again } = useHubAnswer(`${path}${partQuery(part)}`, ListSchema)
  const found = answer.kind === 'read' ? answer.value : null
  return (
    <>
      <div className="row row-apart">
        <div>
          <h1>{found ? listTitle(list, form, numberText(found.total, language), t) : t('reports.lists')}</h1>
          <p className="soft">
            {t(`reports.form.${form}`)}, {monthText(period, language)}
          </p>
          {part.rows && <p>{t('reports.list.rows', { rows: part.rows.join(', ') })}</p>}
          {part.reason !== undefined && (
            <p>{t('reports.list.reason', { reason: reasonText(part.reason, language) })}</p>
          )}
          <Reading now={answer.kind === 'reading'} />
        </div>
        {found && found.total > 0 && (
          <Download
            path={`${path}/file.csv${partQuery(part)}`}
            fileName={`${form}-${facility}-${period}-${list}.csv`}
            label={t('reports.csv')}
          />
        )}
      </div>
      {answer.kind === 'failed' && <HubTrouble problem={answer.problem} onAgain={again} />}
      {found && <ListTable answer={found} />}
    </>
  )
}

function ListTable({
  answer: { headings, rows, total },
}: {
  answer: Pick<ReportListAnswer, 'headings' | 'rows' | 'total'>
}) {
  const { language, t } = useSpeech()
  if (rows.length === 0) return <p className="panel empty">{t('reports.list.empty')}</p>
  const shown = rows.slice(0, SHOWN)
  return (
    <>
      <p className="soft" id="list-count">
        {shown.length < total
          ? t('reports.list.first', {
              n: numberText(shown.length, language),
              total: numberText(total, language),
            })
          : t('reports.list.all', { n: numberText(total, language) })}
      </p>
      <div
        className="table-frame printed-frame"
        tabIndex={0}
        role="region"
        aria-label={t('reports.lists')}
        aria-describedby="list-count"
        lang="id"
      >
        <table className="table printed list-table">
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, line) => (
              <tr key={line}>
                {row.map((cell, column) => (
                  <td key={headings[column] ?? column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
