import type { MatrixCell } from '../../../shared/reports/report-answers.ts'
import { numberText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { percentText } from './share-text.ts'

type Props = Pick<MatrixCell, 'form' | 'complete'>

/** How much of what should be in a report is in it, with what was counted. */
export function CompletenessText({ form, complete }: Props) {
  const { language, t } = useSpeech()
  if (!complete || complete.denominator === 0) return <>{'-'}</>
  const { numerator, denominator } = complete
  return (
    <>
      {t(`reports.completeness.${form === 'form-11' || form === 'visits' ? form : 'other'}`, {
        numerator: numberText(numerator, language),
        denominator: numberText(denominator, language),
        percent: percentText(numerator, denominator, language),
      })}
    </>
  )
}
