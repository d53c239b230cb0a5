import { useUnits } from '../../data/read-model/use-read.ts'
import type { PatientView } from '../../data/read-model/views.ts'
import { useDiagnosisName, usePayerName } from '../../data/read-model/use-code-lists.ts'
import { dateText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { Tag } from '../../ui/notice.tsx'
import { keptTone } from './kept-tone.ts'

type Props = {
  readonly visits: PatientView['visits']
  /** Diagnoses are for those who may read clinical records; the loket sees that there was a visit. */
  readonly withDiagnoses: boolean
}

export function VisitsPanel({ visits, withDiagnoses }: Props) {
  const { language, t } = useSpeech()
  const payerName = usePayerName()
  const diagnosisName = useDiagnosisName(language)
  const units = useUnits()
  return (
    <section className="stack stack-tight" aria-labelledby="visits">
      <h2 id="visits">{t('patient.visits')}</h2>
      {visits.length === 0 ? (
        <p className="panel soft">{t('patient.visits.none')}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-labelledby="visits">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('patient.visits.day')}</th>
                <th scope="col">{t('patient.visits.unit')}</th>
                {withDiagnoses && <th scope="col">{t('patient.visits.diagnoses')}</th>}
                <th scope="col">{t('patient.visits.payer')}</th>
                <th scope="col">{t('patient.visits.kind')}</th>
                <th scope="col">{t('patient.visits.state')}</th>
                <th scope="col">{t('patient.visits.sent')}</th>
              </tr>
            </thead>
            <tbody>
              {visits.map(({ visit, kept, conditions }) => (
                <tr key={visit._id}>
                  <td className="nowrap number">{dateText(visit.on)}</td>
                  <td>{units?.find((unit) => unit.code === visit.unit)?.name ?? visit.unit}</td>
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
                  <td>
                    {visit.cancelReason
                      ? t('queue.cancelled-because', { reason: visit.cancelReason })
                      : t(`state.${visit.status}`)}
                  </td>
                  <td>
                    <Tag tone={keptTone(kept)}>{t(`kept.${kept}`)}</Tag>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
