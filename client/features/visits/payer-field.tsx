import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Coverage } from '../../../shared/documents/coverage.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { usePayerName, usePayers } from '../../data/read-model/use-code-lists.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { SelectField } from '../../ui/field.tsx'

type Props = {
  readonly payer: string
  /** The cover that is valid on the day of the visit, which proposes the payer. */
  readonly cover: Coverage | undefined
  readonly day: CalendarDate
  readonly onChoose: (payer: string) => void
}

export function PayerField({ payer, cover, day, onChoose }: Props) {
  const t = useT()
  const { today } = useClinic()
  const payers = usePayers() ?? []
  const payerName = usePayerName()
  const known = payers.map(({ code, nameId }) => ({ value: code, label: nameId }))
  const choices = known.some(({ value }) => value === payer)
    ? known
    : [{ value: payer, label: payer }, ...known]
  return (
    <SelectField
      id="payer"
      label={t('visit.payer')}
      value={payer}
      onChoose={onChoose}
      choices={choices}
      hint={
        cover
          ? t('visit.payer.from-cover', {
              scheme: payerName(cover.scheme),
              span: [
                t('common.since', { day: dateText(cover.from) }),
                ...(cover.to ? [t('common.until', { day: dateText(cover.to) })] : []),
                ...(cover.registeredAt ? [t('patient.cover.at', { name: cover.registeredAt })] : []),
              ].join(', '),
            })
          : day === today
            ? t('visit.payer.no-cover')
            : t('visit.payer.no-cover-on', { day: dateText(day) })
      }
    />
  )
}
