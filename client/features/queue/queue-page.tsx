import { useState } from 'react'
import { usePerson } from '../../data/bridge/use-data-worker.tsx'
import { personMayWrite } from '../../data/bridge/person-rights.ts'
import type { DayVisit } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { usePayerName } from '../../data/read-model/use-code-lists.ts'
import { useDayVisits, useUnits } from '../../data/read-model/use-read.ts'
import { dateText, timeText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { visitStateText } from '../../i18n/visit-state-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Tag, type Tone } from '../../ui/notice.tsx'
import { Key } from '../../ui/key.tsx'
import { Link } from '../../ui/router/router.tsx'
import { CancelVisit } from './cancel-visit.tsx'
import './queue.css'

const KEPT_TONES = { waiting: 'wait', confirmed: 'good', refused: 'bad' } as const satisfies Record<
  string,
  Tone
>

/** Everybody registered today, of one unit or of all, with what became of them. */
export default function QueuePage() {
  const t = useT()
  const { today } = useClinic()
  const units = useUnits() ?? []
  const [unit, setUnit] = useState('')
  const visits = useDayVisits(today, unit === '' ? null : unit)
  const [cancelling, setCancelling] = useState<DayVisit | null>(null)
  const mayCancel = personMayWrite(usePerson(), 'encounter')

  return (
    <div className="page stack">
      <div className="row row-apart">
        <div>
          <h1>{t('queue.title')}</h1>
          <p className="soft">
            <span className="number">{dateText(today)}</span>
            {visits && visits.length > 0 && <> · {countsText(visits, t)}</>}
          </p>
        </div>
        <div className="row queue-tools">
          <SelectField
            id="queue-unit"
            label={t('queue.unit')}
            value={unit}
            onChoose={setUnit}
            choices={[
              { value: '', label: t('queue.all') },
              ...units.map((each) => ({ value: each.code, label: each.name })),
            ]}
          />
          {mayCancel && (
            <Link className="button" to="/queue/close-day">
              {t('close-day.title')}
              <Key of="Alt+U" />
            </Link>
          )}
        </div>
      </div>
      {!visits && <p role="status">{t('common.reading')}</p>}
      {visits?.length === 0 && (
        <p className="panel empty">{t(unit === '' ? 'queue.none' : 'queue.none-unit')}</p>
      )}
      {visits && visits.length > 0 && (
        <div className="table-frame" tabIndex={0} role="region" aria-label={t('queue.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('queue.number')}</th>
                <th scope="col">{t('queue.arrived')}</th>
                <th scope="col">{t('queue.patient')}</th>
                <th scope="col">{t('queue.unit')}</th>
                <th scope="col">{t('queue.payer')}</th>
                <th scope="col">{t('queue.state')}</th>
                <th scope="col">{t('queue.sent')}</th>
                {mayCancel && (
                  <th scope="col">
                    <span className="unseen">{t('queue.actions')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {visits.map((line) => (
                <QueueLine
                  key={line.visit._id}
                  line={line}
                  unitName={units.find((each) => each.code === line.visit.unit)?.name ?? line.visit.unit}
                  onCancel={mayCancel ? () => setCancelling(line) : null}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {cancelling && <CancelVisit line={cancelling} onClose={() => setCancelling(null)} />}
    </div>
  )
}

function countsText(visits: readonly DayVisit[], t: ReturnType<typeof useT>): string {
  const of = (status: string) => visits.filter(({ visit }) => visit.status === status).length
  return t('queue.counts', { waiting: of('registered'), served: of('served'), cancelled: of('cancelled') })
}

type LineProps = {
  readonly line: DayVisit
  readonly unitName: string
  /** `null` where this person may not cancel. */
  readonly onCancel: (() => void) | null
}

function QueueLine({ line, unitName, onCancel }: LineProps) {
  const t = useT()
  const { zone } = useClinic()
  const payerName = usePayerName()
  const { visit, kept, patientName } = line
  return (
    <tr>
      <td className="number nowrap">
        <strong>{visit.queue?.label ?? ''}</strong>
      </td>
      <td className="number">{timeText(visit.arrivedAt, zone)}</td>
      <td>
        <Link to={`/patients/${visit.patient}`}>{patientName}</Link>{' '}
        <span className="soft">({line.patientSex})</span>
      </td>
      <td>{unitName}</td>
      <td>{payerName(visit.payer)}</td>
      <td>{visitStateText(visit, t)}</td>
      <td>
        <Tag tone={KEPT_TONES[kept]}>{t(`kept.${kept}`)}</Tag>
      </td>
      {onCancel && (
        <td>
          {visit.status === 'registered' && (
            <Button className="button-small" onClick={onCancel}>
              {t('queue.cancel')}
              <span className="unseen"> {visit.queue?.label ?? patientName}</span>
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}
