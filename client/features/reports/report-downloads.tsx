import type { Report } from '../../../shared/documents/report.ts'
import { useT } from '../../i18n/language.tsx'
import { Download } from './download.tsx'

/** The report as the form's spreadsheet and as plain text in columns. */
export function ReportDownloads({ path, report }: { readonly path: string; readonly report: Report }) {
  const t = useT()
  const name = `${report.form}-${report.facility}-${report.period}-r${String(report.revision)}`
  return (
    <div className="row downloads">
      <Download
        path={`${path}/file.xlsx`}
        fileName={`${name}.xlsx`}
        label={t('reports.xlsx')}
        look="primary"
      />
      <Download path={`${path}/file.csv`} fileName={`${name}.csv`} label={t('reports.csv')} />
    </div>
  )
}
