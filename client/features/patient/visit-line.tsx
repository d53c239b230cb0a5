import type { Encounter } from '../../../shared/documents/encounter.ts'
import { useDiagnosisName, usePayerName } from '../../data/read-model/use-code-lists.ts'
import type { PatientView } from '../../data/read-model/views.ts'
import { dateText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { visitStateText } from '../../i18n/visit-state-text.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/notice.tsx'
import { Link } from '../../ui/router/router.tsx'
import { keptTone } from './kept-tone.ts'
import { againPath } from './wrong-day.tsx'

type Props = {
  readonly line: PatientView['visits'][number]
  readonly unitName: string
  readonly withDiagnoses: boolean
  /** The visit on the right day, where this one was on a wrong one. */
  readonly replacedBy: Encounter | undefined
  readonly mayEnter: boolean
  readonly mayWithdraw: boolean
  readonly onWrongDay: () => void
}

/** A visit among a person's visits, with what can be put right about it. */
export function VisitLine(props: Props) {
  const { line, unitName, withDiagnoses, replacedBy, mayEnter } = props
  const { language, t } = useSpeech()
  const payerName = usePayerName()
  const diagnosisName = useDiagnosisName(language)
  const { visit, kept, conditions } = line
  return (
    <tr>
      <td className="nowrap number">{dateText(visit.on)}</td>
      <td>{unitName}</td>
      {withDiagnoses && (
        <td>
          <ul className="diagnosis-list">
            {conditions.map((condition) => (
              <li key={condition._id}>
                <span className="number">{condition.code}</span> {diagnosisName(condition.code)}
              </li>
            ))}
          </ul>
        </td>
      )}
      <td>{payerName(visit.payer)}</td>
      <td>{t(`visit.kind.${visit.kind}`)}</td>
      <td>{stateText(visit, replacedBy, t)}</td>
      <td>
        <Tag tone={keptTone(kept)}>{t(`kept.${kept}`)}</Tag>
      </td>
      {mayEnter && (
        <td className="nowrap">
          <Mending {...props} />
        </td>
      )}
    </tr>
  )
}

function stateText(visit: Encounter, replacedBy: Encounter | undefined, t: Translate): string {
  if (replacedBy) return t('patient.visits.replaced', { day: dateText(replacedBy.on) })
  return visitStateText(visit, t)
}

function Mending({ line: { visit }, replacedBy, mayWithdraw, onWrongDay }: Props) {
  const { t } = useSpeech()
  const day = <span className="unseen"> {dateText(visit.on)}</span>
  if (visit.status === 'entered-in-error') {
    if (replacedBy) return null
    return (
      <Link className="button button-small" to={againPath(visit)}>
        {t('patient.visits.again')}
        {day}
      </Link>
    )
  }
  if (!mayWithdraw) return null
  return (
    <Button className="button-small" onClick={onWrongDay}>
      {t('patient.visits.wrong-day')}
      {day}
    </Button>
  )
}
