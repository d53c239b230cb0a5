import type { Coverage } from '../../../shared/documents/coverage.ts'
import { usePayerName, usePayers } from '../../data/read-model/use-code-lists.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { SelectField } from '../../ui/field.tsx'

type Props = {
  readonly payer: string
  /** The cover that is valid today, which proposes the payer. */
  readonly cover: Coverage | undefined
  readonly onChoose: (payer: string) => void
}

export function PayerField({ payer, cover, onChoose }: Props) {
  const t = useT()
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
          : t('visit.payer.no-cover')
      }
    />
  )
}
