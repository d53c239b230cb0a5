import type { DayVisit } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { useUnits } from '../../data/read-model/use-read.ts'
import { timeText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/router/router.tsx'

type Props = {
  readonly lines: readonly DayVisit[]
  readonly onServe: (line: DayVisit) => void
  readonly onCancel: (line: DayVisit) => void
}

/** Visits that are still only registered, with what can be done about each. */
export function OpenVisits({ lines, onServe, onCancel }: Props) {
  const t = useT()
  const { zone } = useClinic()
  const units = useUnits() ?? []
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('close-day.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('queue.number')}</th>
            <th scope="col">{t('queue.arrived')}</th>
            <th scope="col">{t('queue.patient')}</th>
            <th scope="col">{t('queue.unit')}</th>
            <th scope="col">
              <span className="unseen">{t('queue.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.visit._id}>
              <td className="number nowrap">
                <strong>{line.visit.queue?.label ?? ''}</strong>
              </td>
              <td className="number">{timeText(line.visit.arrivedAt, zone)}</td>
              <td>
                <Link to={`/patients/${line.visit.patient}`}>{line.patientName}</Link>{' '}
                <span className="soft">({line.patientSex})</span>
              </td>
              <td>{units.find(({ code }) => code === line.visit.unit)?.name ?? line.visit.unit}</td>
              <td>
                <div className="row">
                  <Button className="button-small" onClick={() => onServe(line)}>
                    {t('close-day.served')}
                    <span className="unseen"> {line.visit.queue?.label ?? line.patientName}</span>
                  </Button>
                  <Button className="button-small" onClick={() => onCancel(line)}>
                    {t('queue.cancel')}
                    <span className="unseen"> {line.visit.queue?.label ?? line.patientName}</span>
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
