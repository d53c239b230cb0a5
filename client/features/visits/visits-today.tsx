import type { PatientId } from '../../../shared/documents/ids.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { useDayVisits, useUnits } from '../../data/read-model/use-read.ts'
import { useT } from '../../i18n/language.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Says when the same person has been registered today already, so that nobody is queued twice by mistake. */
export function VisitsToday({ patient }: { patient: PatientId }) {
  const t = useT()
  const { today } = useClinic()
  const units = useUnits()
  const visits = (useDayVisits(today, null) ?? []).filter(
    ({ visit }) => visit.patient === patient && visit.status !== 'cancelled',
  )
  if (visits.length === 0) return null
  const list = visits.map(({ visit }) => {
    const unit = units?.find((each) => each.code === visit.unit)?.name ?? visit.unit
    return visit.queue ? `${unit} (${visit.queue.label})` : unit
  })
  return <Notice tone="wait">{t('visit.already', { list: list.join(', ') })}</Notice>
}
