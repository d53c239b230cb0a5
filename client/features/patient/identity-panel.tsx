import { useState } from 'react'
import type { Patient } from '../../../shared/documents/patient.ts'
import { maskedNik } from '../../../shared/people/nik.ts'
import { useAreaName } from '../../data/read-model/use-code-lists.ts'
import { birthText, groupedDigits } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'

export function IdentityPanel({ patient }: { patient: Patient }) {
  const t = useT()
  const areaName = useAreaName()
  const { address, birth } = patient
  const place = [
    address.text,
    address.rt || address.rw ? t('patient.rt-rw', { rt: address.rt || '-', rw: address.rw || '-' }) : '',
    address.area ? areaName(address.area) : (address.outside ?? ''),
  ].filter((part) => part !== '')
  return (
    <section className="panel" aria-labelledby="identity">
      <h2 id="identity">{t('patient.identity')}</h2>
      <dl className="facts">
        <dt>{t('patient.nik')}</dt>
        <dd>
          <NikShown patient={patient} />
        </dd>
        <dt>{t('patient.birth')}</dt>
        <dd>
          {patient.birthPlace ? `${patient.birthPlace}, ` : ''}
          <span className="number">{birthText(birth)}</span>
          {birth.precision === 'age' && <span className="soft"> ({t('patient.birth.about')})</span>}
        </dd>
        <dt>{t('patient.rm')}</dt>
        <dd className="number">{patient.rm ?? t('patient.rm.later')}</dd>
        {patient.oldRm && (
          <>
            <dt>{t('patient.old-rm')}</dt>
            <dd className="number">{patient.oldRm}</dd>
          </>
        )}
        <dt>{t('patient.jkn')}</dt>
        <dd className="number">{patient.jkn ?? t('common.later')}</dd>
        <dt>{t('patient.phone')}</dt>
        <dd className="number">{patient.phone ?? t('common.later')}</dd>
        <dt>{t('patient.address')}</dt>
        <dd>{place.length > 0 ? place.join(', ') : t('common.later')}</dd>
      </dl>
    </section>
  )
}

/** A NIK is masked until somebody asks for it, and masked again when the page is left. */
function NikShown({ patient }: { patient: Patient }) {
  const t = useT()
  const [shown, setShown] = useState(false)
  if (patient.nik === null) {
    const reason = patient.noNikReason
    return (
      <>
        {reason ? t('patient.nik.none-because', { reason: t(`reason.${reason}`) }) : t('patient.nik.later')}
      </>
    )
  }
  return (
    <span className="row nik-shown">
      <span className="number">{shown ? groupedDigits(patient.nik) : maskedNik(patient.nik)}</span>
      <Button look="quiet" className="button-inline" onClick={() => setShown(!shown)} aria-pressed={shown}>
        {t(shown ? 'patient.nik.hide' : 'patient.nik.show')}
      </Button>
    </span>
  )
}
