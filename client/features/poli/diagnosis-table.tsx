import type { NewDiagnosis } from '../../data/bridge/contract.ts'
import { useDiagnosisName } from '../../data/read-model/use-code-lists.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { withControl, without, withPrimary } from './diagnoses.ts'

type Props = {
  readonly diagnoses: readonly NewDiagnosis[]
  readonly onChange: (diagnoses: readonly NewDiagnosis[]) => void
}

export function DiagnosisTable({ diagnoses, onChange }: Props) {
  const { language, t } = useSpeech()
  const nameOf = useDiagnosisName(language)
  if (diagnoses.length === 0) return <p className="soft">{t('poli.diagnoses.none')}</p>
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="unseen">{t('poli.diagnoses')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('poli.code')}</th>
            <th scope="col">{t('poli.diagnosis')}</th>
            <th scope="col">{t('poli.rank')}</th>
            <th scope="col">{t('poli.control')}</th>
            <th scope="col">
              <span className="unseen">{t('queue.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {diagnoses.map((diagnosis, index) => (
            <tr key={diagnosis.code}>
              <td className="number">
                <strong>{diagnosis.code}</strong>
              </td>
              <td>{nameOf(diagnosis.code)}</td>
              <td>
                {diagnosis.rank === 'primary' ? (
                  t('poli.rank.primary')
                ) : (
                  <Button className="button-small" onClick={() => onChange(withPrimary(diagnoses, index))}>
                    {t('poli.make-primary')}
                    <span className="unseen"> {diagnosis.code}</span>
                  </Button>
                )}
              </td>
              <td>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={diagnosis.control}
                    aria-label={t('poli.control-of', { code: diagnosis.code })}
                    onChange={(event) => onChange(withControl(diagnoses, index, event.target.checked))}
                  />
                </label>
              </td>
              <td>
                <Button
                  className="button-small"
                  onClick={() => {
                    onChange(without(diagnoses, index))
                    focusField('diagnosis')
                  }}
                >
                  {t('poli.remove')}
                  <span className="unseen"> {diagnosis.code}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
