import { Month } from '../../../shared/calendar/month.ts'
import type { Report } from '../../../shared/documents/report.ts'
import { FORMS, type FormId } from '../../../shared/reports/report-content.ts'
import { printedReport } from '../../../shared/reports/printed-report.ts'
import type { ReportAnswer } from '../../../shared/reports/report-answers.ts'
import { monthText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Link } from '../../ui/router/router.tsx'
import { AgeChart } from './age-chart.tsx'
import { ReportSchema } from './answers.ts'
import { FiguresPanel } from './figures-panel.tsx'
import { HubTrouble } from './hub-trouble.tsx'
import { lineAddress } from './list-address.ts'
import { mayOpenLists } from './report-lists.tsx'
import { usePerson } from '../../data/bridge/use-data-worker.tsx'
import { PrintedTableShown } from './printed-table-shown.tsx'
import { ProofPanel } from './proof-panel.tsx'
import { Reading } from './reading.tsx'
import { ReportDownloads } from './report-downloads.tsx'
import { ReportHead } from './report-head.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { SourcesPanel } from './sources-panel.tsx'
import { useHubAnswer } from './use-hub-answer.ts'
import './reports.css'

type Props = { readonly params: Readonly<Record<string, string>> }

/** One report of one clinic and month in its form's own layout, with what its numbers rest on. */
export default function ReportPage({ params }: Props) {
  const t = useT()
  const form = FORMS.find((each) => each === params['form'])
  const period = Month.safeParse(params['period'])
  return (
    <div className="page page-full stack">
      <p>
        <Link to={period.success ? `/reports?period=${period.data}` : '/reports'}>{t('reports.back')}</Link>
      </p>
      {form && period.success ? (
        <FetchedReport facility={params['facility'] ?? ''} form={form} period={period.data} />
      ) : (
        <p className="panel empty">{t('reports.unknown')}</p>
      )}
    </div>
  )
}

type Wanted = { readonly facility: string; readonly form: FormId; readonly period: Month }

function FetchedReport({ facility, form, period }: Wanted) {
  const { language, t } = useSpeech()
  const path = `/api/reports/${encodeURIComponent(facility)}/${form}/${period}`
  const { answer, again } = useHubAnswer(path, ReportSchema)
  const found = answer.kind === 'read' ? answer.value : null
  return (
    <>
      <div className="row row-apart">
        <div>
          <h1>{t(`reports.form.${form}`)}</h1>
          <p className="soft">
            {found ? `${found.facility.name}, ${monthText(period, language)}` : monthText(period, language)}
          </p>
          <Reading now={answer.kind === 'reading'} />
        </div>
        {found?.report && <ReportDownloads path={path} report={found.report} />}
      </div>
      {answer.kind === 'failed' && <HubTrouble problem={answer.problem} onAgain={again} />}
      {found && !found.report && <p className="panel empty">{t('reports.not-compiled')}</p>}
      {found?.report && <ShownReport answer={found} report={found.report} />}
    </>
  )
}

type ShownProps = { readonly answer: ReportAnswer; readonly report: Report }

function ShownReport({ answer: { facility, dueOn }, report }: ShownProps) {
  const t = useT()
  const mayOpen = mayOpenLists(usePerson(), report.form)
  return (
    <>
      {report.provisional && <Notice tone="wait">{t('reports.provisional')}</Notice>}
      <ReportHead facility={facility} dueOn={dueOn} report={report} />
      {printedReport(report).map((printed) => {
        const stored = report.tables.find((table) => table.id === printed.table)
        return stored ? (
          <PrintedTableShown
            key={printed.id}
            printed={printed}
            stored={stored}
            ofForm={report.form === 'form-11'}
            lineTo={mayOpen ? (row) => lineAddress(report, printed, row) : undefined}
          />
        ) : null
      })}
      <div className="columns">
        <ProofPanel report={report} />
        <SourcesPanel report={report} zone={facility.zone} />
        <FiguresPanel report={report} />
        {report.form === 'form-11' && <AgeChart report={report} />}
        <SettingsPanel report={report} />
      </div>
    </>
  )
}
