import { useState } from 'react'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { enterableYears } from '../../../shared/visits/visit-day.ts'
import { dateText, weekdayText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { VisitDayProblem, VisitDayReading } from './typed-visit-day.ts'

type Props = {
  /** `null` while nobody has typed: today. */
  readonly typed: string | null
  readonly onType: (typed: string) => void
  readonly reading: VisitDayReading
  readonly today: CalendarDate
  readonly born: CalendarDate
  /** Faults are said at once, and not only after leaving the field. */
  readonly asked: boolean
  /** The day is what has to be typed here: the field begins with the focus and its text selected. */
  readonly first: boolean
}

/** The day of the visit, typed freely; an earlier one makes it a page of the register, which the field says. */
export function VisitDayField({ typed, onType, reading, today, born, asked, first }: Props) {
  const { language, t } = useSpeech()
  const [left, setLeft] = useState(false)
  const fault = !reading.ok && (asked || left) ? faultText(reading.problem, today, born, t) : undefined
  const isPage = reading.ok && reading.day < today
  return (
    <div className="stack stack-tight">
      <TextField
        id="visit-day"
        frame="visit-day"
        label={t('visit.day')}
        value={typed ?? dateText(today)}
        onType={onType}
        onFocus={(event) => event.target.select()}
        onBlur={() => setLeft(true)}
        autoFocus={first}
        maxLength={30}
        hint={
          isPage ? `${weekdayText(reading.day, language)}, ${dateText(reading.day)}` : t('visit.day.hint')
        }
        error={fault}
      />
      {isPage && (
        <Notice tone="info" role="status">
          {t('visit.day.page')}
        </Notice>
      )}
    </div>
  )
}

function faultText(problem: VisitDayProblem, today: CalendarDate, born: CalendarDate, t: Translate): string {
  switch (problem) {
    case 'unreadable':
      return t('visit.day.unreadable')
    case 'same-day':
      return t('visit.day.same')
    case 'date-in-future':
      return t('visit.day.future', { today: dateText(today) })
    case 'before-birth':
      return t('visit.day.before-birth', { birth: dateText(born) })
    case 'year-not-held': {
      const [last, now] = enterableYears(today)
      return t('visit.day.years', { last, now })
    }
  }
}
