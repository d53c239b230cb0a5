import type { EncounterId, PatientId } from '../../../shared/documents/ids.ts'
import { useDiagnosisName } from '../../data/read-model/use-code-lists.ts'
import { usePatient } from '../../data/read-model/use-read.ts'
import { dateText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'

/** Earlier visits shown beside the form. */
const SHOWN = 8

type Props = { readonly patient: PatientId; readonly besides: EncounterId }

/** What was found at earlier visits, newest first. */
export function PatientHistory({ patient, besides }: Props) {
  const { language, t } = useSpeech()
  const nameOf = useDiagnosisName(language)
  const view = usePatient(patient)
  const earlier = (view?.visits ?? [])
    .filter(({ visit, conditions }) => visit._id !== besides && conditions.length > 0)
    .slice(0, SHOWN)
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">{t('poli.history')}</h2>
      {earlier.length === 0 ? (
        <p className="soft">{t('poli.history.none')}</p>
      ) : (
        <dl className="facts">
          {earlier.map(({ visit, conditions }) => (
            <div key={visit._id} className="history-line">
              <dt className="number">{dateText(visit.on)}</dt>
              {conditions.map((condition) => (
                <dd key={condition._id}>
                  <span className="number">{condition.code}</span> {nameOf(condition.code)}
                  {condition.control && <span className="soft">, {t('poli.control')}</span>}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
