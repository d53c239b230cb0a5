import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { useDayVisits, useUnits } from '../../data/read-model/use-read.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Says when the same person has a visit on that day already, so that nobody is queued or entered twice by mistake. */
export function VisitsOnDay({ patient, day }: { patient: PatientId; day: CalendarDate }) {
  const t = useT()
  const { today } = useClinic()
  const units = useUnits()
  const visits = (useDayVisits(day, null) ?? []).filter(
    ({ visit }) => visit.patient === patient && visit.status !== 'cancelled',
  )
  if (visits.length === 0) return null
  const list = visits
    .map(({ visit }) => {
      const unit = units?.find((each) => each.code === visit.unit)?.name ?? visit.unit
      return visit.queue ? `${unit} (${visit.queue.label})` : unit
    })
    .join(', ')
  return (
    <Notice tone="wait">
      {day === today ? t('visit.already', { list }) : t('visit.already-on', { day: dateText(day), list })}
    </Notice>
  )
}
