import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type Props = {
  readonly day: CalendarDate
  readonly count: number
  readonly onServe: () => void
  readonly onClose: () => void
}

/** Asked before a whole day's list is marked at once, because from then on these visits count. */
export function ServeAll({ day, count, onServe, onClose }: Props) {
  const t = useT()
  return (
    <Dialog title={t('close-day.all.title', { n: count })} onClose={onClose}>
      <div className="stack">
        <p>{t('close-day.all.words', { day: dateText(day) })}</p>
        <div className="row row-end">
          <Button onClick={onClose}>{t('common.back')}</Button>
          <Button look="primary" onClick={onServe} data-focus-first>
            {t('close-day.all.do')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
