import { useState } from 'react'
import { PatientId } from '../../../shared/documents/ids.ts'
import type { Unit } from '../../../shared/documents/unit.ts'
import type { PatientView } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { usePatient, useUnits } from '../../data/read-model/use-read.ts'
import { ageText, birthText, dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useRouter } from '../../ui/router/router.tsx'
import { QueueNumberShown } from './queue-number-shown.tsx'
import type { OpenedVisit } from './use-open-visit.ts'
import { VisitForm } from './visit-form.tsx'
import './visits.css'

type Props = { readonly params: Readonly<Record<string, string>> }

/** From a patient to a queue number in three keys: the unit's letter, and Enter where what is proposed is right. */
export default function OpenVisitPage({ params }: Props) {
  const t = useT()
  const id = PatientId.safeParse(params['id'])
  const view = usePatient(id.success ? id.data : ('' as PatientId))
  const units = useUnits()
  if ((view === undefined && id.success) || !units) return <p className="page soft">{t('common.reading')}</p>
  if (!view) return <p className="page">{t('patient.not-here')}</p>
  return <OpenVisit view={view} units={units} />
}

/** The withdrawn visit that the address names as the one on a wrong day, unless another has replaced it already. */
function replacedIn(path: string, { visits }: PatientView) {
  const named = new URLSearchParams(path.split('?')[1]).get('replaces')
  if (visits.some(({ visit }) => visit.replaces !== null && visit.replaces === named)) return null
  const withdrawn = ({ visit }: (typeof visits)[number]) =>
    visit._id === named && visit.status === 'entered-in-error'
  return visits.find(withdrawn)?.visit ?? null
}

type Made = OpenedVisit & { readonly unit: string }

function OpenVisit({ view, units }: { view: PatientView; units: readonly Unit[] }) {
  const t = useT()
  const { today } = useClinic()
  const { patient } = view
  const [made, setMade] = useState<Made | null>(null)
  const { path } = useRouter()
  // What is replaced stays so while the form is open, though saving it makes the old visit a replaced one.
  const [replaced] = useState(() => replacedIn(path, view))
  return (
    <div className="page page-narrow stack">
      <div>
        <h1>{patient.name}</h1>
        <p>
          {t(`sex.${patient.sex}`)}{' '}
          <span className="number">
            {birthText(patient.birth)}, {ageText(today, patient.birth.on, t)}
          </span>
        </p>
      </div>
      {replaced && !made && (
        <Notice tone="wait">{t('visit.replaces', { day: dateText(replaced.on) })}</Notice>
      )}
      {made ? (
        <QueueNumberShown
          patient={patient._id}
          queue={made.queue}
          unit={made.unit}
          page={made.day < today ? made.day : null}
        />
      ) : (
        <VisitForm
          view={view}
          units={units}
          replaced={replaced}
          onMade={(opened, unit) => setMade({ ...opened, unit })}
        />
      )}
    </div>
  )
}
