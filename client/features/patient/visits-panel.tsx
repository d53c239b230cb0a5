import { useState } from 'react'
import type { Encounter } from '../../../shared/documents/encounter.ts'
import { mayWithdraw } from '../../../shared/visits/visit-day.ts'
import { personMayRead, personMayWrite } from '../../data/bridge/person-rights.ts'
import { usePerson } from '../../data/bridge/use-data-worker.tsx'
import { useUnits } from '../../data/read-model/use-read.ts'
import type { PatientView } from '../../data/read-model/views.ts'
import { useT } from '../../i18n/language.tsx'
import { VisitLine } from './visit-line.tsx'
import { WrongDay } from './wrong-day.tsx'

/** All visits of a person; diagnoses are for those who may read clinical records, the loket sees that there was a visit. */
export function VisitsPanel({ visits }: { visits: PatientView['visits'] }) {
  const t = useT()
  const person = usePerson()
  const units = useUnits()
  const [wrong, setWrong] = useState<Encounter | null>(null)
  const unitName = (code: string) => units?.find((unit) => unit.code === code)?.name ?? code
  const withDiagnoses = personMayRead(person, 'clinical')
  const mayWrite = (type: string) => personMayWrite(person, type)
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
                {mayWrite('encounter') && (
                  <th scope="col">
                    <span className="unseen">{t('queue.actions')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {visits.map((line) => (
                <VisitLine
                  key={line.visit._id}
                  line={line}
                  unitName={unitName(line.visit.unit)}
                  withDiagnoses={withDiagnoses}
                  replacedBy={visits.find(({ visit }) => visit.replaces === line.visit._id)?.visit}
                  mayEnter={mayWrite('encounter')}
                  mayWithdraw={mayWithdraw(line.visit, mayWrite)}
                  onWrongDay={() => setWrong(line.visit)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {wrong && <WrongDay visit={wrong} unit={unitName(wrong.unit)} onClose={() => setWrong(null)} />}
    </section>
  )
}
