import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { QueueNumber } from '../../../shared/documents/encounter.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/notice.tsx'
import { Link, useRouter } from '../../ui/router/router.tsx'

type Props = {
  readonly patient: PatientId
  readonly queue: QueueNumber | null
  readonly unit: string
  /** The day of a page entered afterwards; `null` for a visit of today. */
  readonly page: CalendarDate | null
}

/** The number, large enough to be read out across a counter; Enter goes on to the next patient. */
export function QueueNumberShown({ patient, queue, unit, page }: Props) {
  const t = useT()
  const { go } = useRouter()
  return (
    <section className="panel number-shown" role="status">
      <p className="number-unit">{unit}</p>
      {queue ? (
        <>
          <p className="soft">{t('visit.done')}</p>
          <p className="number-label number">{queue.label}</p>
        </>
      ) : (
        <p>{page ? t('visit.done.page', { day: dateText(page) }) : t('visit.done.no-number')}</p>
      )}
      <p>
        <Tag tone="good">{t('visit.done.saved')}</Tag>
      </p>
      <div className="row number-actions">
        <Button look="primary" keys="Enter" autoFocus onClick={() => go('/', { replace: true })}>
          {t('visit.next')}
        </Button>
        <Link className="button" to={`/patients/${patient}`}>
          {t('visit.to-patient')}
        </Link>
      </div>
    </section>
  )
}
