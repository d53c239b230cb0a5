import { useEffect, useRef } from 'react'
import { PatientId } from '../../../shared/documents/ids.ts'
import { usePerson } from '../../data/bridge/use-data-worker.tsx'
import { personMayRead, personMayWrite } from '../../data/bridge/person-rights.ts'
import type { PatientView } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { usePatient } from '../../data/read-model/use-read.ts'
import { ageText, birthText, dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Notice, Tag } from '../../ui/notice.tsx'
import { Key } from '../../ui/key.tsx'
import { Link, useRouter } from '../../ui/router/router.tsx'
import { CoverPanel } from './cover-panel.tsx'
import { FamilyPanel } from './family-panel.tsx'
import { IdentityPanel } from './identity-panel.tsx'
import { keptTone } from './kept-tone.ts'
import { VisitsPanel } from './visits-panel.tsx'
import './patient.css'

type Props = { readonly params: Readonly<Record<string, string>> }

/** Everything this clinic knows of one person, as far as the reader's roles go. */
export default function PatientPage({ params }: Props) {
  const t = useT()
  const id = PatientId.safeParse(params['id'])
  const view = usePatient(id.success ? id.data : ('' as PatientId))
  if (view === undefined && id.success) return <p className="page soft">{t('common.reading')}</p>
  if (!view) return <p className="page">{t('patient.not-here')}</p>
  return <ShownPatient view={view} />
}

function ShownPatient({ view }: { view: PatientView }) {
  const t = useT()
  const person = usePerson()
  const { carried } = useRouter()
  const { patient } = view
  const justSaved = typeof carried === 'object' && carried !== null && 'saved' in carried
  return (
    <div className="page stack">
      {justSaved && (
        <Notice tone="good" role="status">
          {t('patient.saved', { name: patient.name })}
        </Notice>
      )}
      {patient.status === 'entered-in-error' && <Notice tone="bad">{t('patient.error-record')}</Notice>}
      <Heading view={view} mayVisit={personMayWrite(person, 'encounter')} />
      <div className="columns">
        <IdentityPanel patient={patient} />
        <div className="stack">
          <FamilyPanel view={view} mayAdd={personMayWrite(person, 'patient')} />
          <CoverPanel view={view} />
        </div>
      </div>
      {personMayRead(person, 'visits') && <VisitsPanel visits={view.visits} />}
    </div>
  )
}

function Heading({ view, mayVisit }: { view: PatientView; mayVisit: boolean }) {
  const t = useT()
  const { today } = useClinic()
  const { patient, kept } = view
  const opener = useRef<HTMLAnchorElement>(null)
  useEffect(() => opener.current?.focus(), [])
  const to = `/patients/${patient._id}/visit`
  return (
    <div className="row row-apart patient-heading">
      <div>
        <h1>{patient.name}</h1>
        <p className="row">
          <span>{t(`sex.${patient.sex}`)}</span>
          <span className="number">
            {birthText(patient.birth)}, {ageText(today, patient.birth.on, t)}
          </span>
          <Tag tone={keptTone(kept)}>{t(`kept.${kept}`)}</Tag>
          {patient.deceased && (
            <Tag tone="info">
              {patient.deceased.on
                ? t('patient.deceased-on', { day: dateText(patient.deceased.on) })
                : t('patient.deceased')}
            </Tag>
          )}
        </p>
      </div>
      {mayVisit && !patient.deceased && patient.status === 'active' && (
        <Link className="button button-primary button-large" to={to} ref={opener}>
          {t('patient.open-visit')}
          <Key of="Enter" />
        </Link>
      )}
    </div>
  )
}
