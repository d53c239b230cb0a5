import { addMonths, Month } from '../../../shared/calendar/month.ts'
import { monthText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'

/** How far back the list of months goes; the button before it goes further. */
const LISTED = 24

type Props = {
  readonly period: Month
  /** The month that is not over yet. */
  readonly latest: Month
  readonly onChoose: (period: Month) => void
}

/** A month by two buttons or by name; with the list focused, arrows and letters choose. */
export function MonthPicker({ period, latest, onChoose }: Props) {
  const { language, t } = useSpeech()
  const listed = Array.from({ length: LISTED }, (_, index) => addMonths(latest, -index))
  const months = listed.includes(period) ? listed : [...listed, period].sort().reverse()
  const atEnd = period >= latest
  return (
    <div className="row month-picker">
      <Button aria-label={t('reports.previous')} onClick={() => onChoose(addMonths(period, -1))}>
        {'‹'}
      </Button>
      <SelectField
        id="period"
        label={t('reports.month')}
        value={period}
        onChoose={(chosen) => onChoose(Month.parse(chosen))}
        choices={months.map((each) => ({ value: each, label: monthText(each, language) }))}
      />
      <Button
        aria-label={t('reports.next')}
        aria-disabled={atEnd}
        onClick={() => {
          if (!atEnd) onChoose(addMonths(period, 1))
        }}
      >
        {'›'}
      </Button>
    </div>
  )
}
