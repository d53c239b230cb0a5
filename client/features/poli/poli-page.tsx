import { useEffect, useRef, useState } from 'react'
import type { DayVisit } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { useDiagnosisName } from '../../data/read-model/use-code-lists.ts'
import { useDayVisits, useUnits } from '../../data/read-model/use-read.ts'
import { ageText, dateText, timeText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Link, useRouter } from '../../ui/router/router.tsx'
import { lastUnit, rememberUnit } from './last-unit.ts'
import './poli.css'

/** Today's patients of one unit: first those who wait, in the order of their numbers, then those examined. */
export default function PoliPage() {
  const t = useT()
  const { carried } = useRouter()
  const { today } = useClinic()
  const units = useUnits() ?? []
  const [chosen, setChosen] = useState(lastUnit)
  const unit = units.some((each) => each.code === chosen) ? chosen : (units[0]?.code ?? '')
  const visits = useDayVisits(today, unit === '' ? null : unit)
  const waiting = visits?.filter(({ visit }) => visit.status === 'registered') ?? []
  const served = visits?.filter(({ visit }) => visit.status === 'served') ?? []
  const saved =
    typeof carried === 'object' && carried !== null && 'saved' in carried ? String(carried.saved) : null

  return (
    <div className="page stack">
      {saved && (
        <Notice tone="good" role="status">
          {t('poli.saved', { name: saved })}
        </Notice>
      )}
      <div className="row row-apart">
        <div>
          <h1>{t('poli.title')}</h1>
          <p className="soft number">{dateText(today)}</p>
        </div>
        <SelectField
          id="poli-unit"
          label={t('poli.choose')}
          value={unit}
          onChoose={(code) => {
            rememberUnit(code)
            setChosen(code)
          }}
          choices={units.map((each) => ({ value: each.code, label: each.name }))}
        />
      </div>
      {!visits && <p role="status">{t('common.reading')}</p>}
      {visits && waiting.length + served.length === 0 && <p className="panel empty">{t('poli.none')}</p>}
      {waiting.length > 0 && (
        <PoliList title={t('poli.waiting', { n: waiting.length })} lines={waiting} focusFirst />
      )}
      {served.length > 0 && <PoliList title={t('poli.served', { n: served.length })} lines={served} />}
    </div>
  )
}

type ListProps = {
  readonly title: string
  readonly lines: readonly DayVisit[]
  readonly focusFirst?: boolean
}

function PoliList({ title, lines, focusFirst = false }: ListProps) {
  return (
    <section className="stack stack-tight">
      <h2>{title}</h2>
      <ul className="poli-list">
        {lines.map((line, index) => (
          <PoliLine key={line.visit._id} line={line} focus={focusFirst && index === 0} />
        ))}
      </ul>
    </section>
  )
}

function PoliLine({ line, focus }: { line: DayVisit; focus: boolean }) {
  const { language, t } = useSpeech()
  const { today, zone } = useClinic()
  const diagnosisName = useDiagnosisName(language)
  const { visit, conditions, patientName, patientSex, birthOn } = line
  const link = useRef<HTMLAnchorElement>(null)
  // The first who waits takes the focus: Enter calls the next patient.
  useEffect(() => {
    if (focus) link.current?.focus()
  }, [focus])
  return (
    <li className="poli-line">
      <span className="poli-number number">{visit.queue?.label ?? ''}</span>
      <span>
        <strong>{patientName}</strong>{' '}
        <span className="soft">
          {patientSex}, {ageText(today, birthOn, t)}
        </span>
        {conditions.map((condition) => (
          <span key={condition._id} className="poli-diagnosis small">
            <span className="number">{condition.code}</span> {diagnosisName(condition.code)}
          </span>
        ))}
      </span>
      <span className="soft number">{timeText(visit.arrivedAt, zone)}</span>
      <Link
        className={`button${visit.status === 'registered' ? ' button-primary' : ''}`}
        to={`/poli/${visit._id}`}
        ref={link}
      >
        {t(visit.status === 'registered' ? 'poli.examine' : 'poli.edit')}
        <span className="unseen"> {patientName}</span>
      </Link>
    </li>
  )
}
