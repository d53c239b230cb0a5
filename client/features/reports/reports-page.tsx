import { addMonths, Month, monthOf } from '../../../shared/calendar/month.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { isOfDistrict } from '../../data/bridge/person-rights.ts'
import { usePerson } from '../../data/bridge/use-data-worker.tsx'
import { dateText, monthText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { useRouter } from '../../ui/router/router.tsx'
import { MatrixSchema } from './answers.ts'
import { ClinicsMatrix } from './clinics-matrix.tsx'
import { HubTrouble } from './hub-trouble.tsx'
import { MonthPicker } from './month-picker.tsx'
import { OwnReports } from './own-reports.tsx'
import { Reading } from './reading.tsx'
import { useHubAnswer } from './use-hub-answer.ts'
import './reports.css'

/** The reports of a month: for the district all clinics by reports, for a clinic's own people theirs. */
export default function ReportsPage() {
  const { language, t } = useSpeech()
  const { path, go } = useRouter()
  const { today } = useClinic()
  const ofDistrict = isOfDistrict(usePerson())
  const period = periodIn(path) ?? addMonths(monthOf(today), -1)
  const { answer, again } = useHubAnswer(`/api/reports/matrix?period=${period}`, MatrixSchema)
  const matrix = answer.kind === 'read' ? answer.value : null
  const month = monthText(period, language)

  return (
    <div className="page stack">
      <div className="row row-apart">
        <div>
          <h1>{ofDistrict ? t('reports.matrix', { month }) : t('reports.title')}</h1>
          {matrix && <p className="soft">{t('reports.due', { day: dateText(matrix.dueOn) })}</p>}
          <Reading now={answer.kind === 'reading'} />
        </div>
        <MonthPicker
          period={period}
          latest={monthOf(today)}
          onChoose={(next) => go(`/reports?period=${next}`, { replace: true })}
        />
      </div>
      {answer.kind === 'failed' && <HubTrouble problem={answer.problem} onAgain={again} />}
      {matrix?.facilities.length === 0 && <p className="panel empty">{t('reports.empty')}</p>}
      {matrix && matrix.facilities.length > 0 && ofDistrict && <ClinicsMatrix matrix={matrix} />}
      {matrix &&
        !ofDistrict &&
        matrix.facilities.map((clinic) => (
          <OwnReports key={clinic.code} clinic={clinic} period={matrix.period} />
        ))}
    </div>
  )
}

function periodIn(path: string): Month | null {
  const read = Month.safeParse(new URLSearchParams(path.split('?')[1] ?? '').get('period'))
  return read.success ? read.data : null
}
