import type { Coverage } from '../../../shared/documents/coverage.ts'
import type { Poverty } from '../../../shared/documents/poverty.ts'
import { coverOn, isValidOn } from '../../../shared/coverage/cover-on-day.ts'
import type { PatientView } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { usePayerName } from '../../data/read-model/use-code-lists.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Tag } from '../../ui/notice.tsx'

/** Who pays for this person today, what paid before, and what was found out about the family, each with its dates. */
export function CoverPanel({ view }: { view: PatientView }) {
  const t = useT()
  const { today } = useClinic()
  const payerName = usePayerName()
  const covers = view.coverages.map((cover) => ({ ...cover, id: cover._id }))
  const paying = coverOn(covers, today)
  const newestFirst = [...view.coverages].sort((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <section className="panel" aria-labelledby="cover">
      <h2 id="cover">{t('patient.cover')}</h2>
      {view.coverages.length === 0 ? (
        <p className="soft">{t('patient.cover.none')}</p>
      ) : (
        <>
          <p>
            <strong>
              {paying
                ? t('patient.cover.today', { scheme: payerName(paying.scheme) })
                : t('patient.cover.none-today')}
            </strong>
          </p>
          <ul className="history">
            {newestFirst.map((cover) => (
              <CoverLine
                key={cover._id}
                cover={cover}
                valid={isValidOn({ ...cover, id: cover._id }, today)}
              />
            ))}
          </ul>
        </>
      )}
      <h3 className="poverty-title">{t('patient.poverty')}</h3>
      {view.poverty.length === 0 ? (
        <p className="soft">{t('patient.poverty.none')}</p>
      ) : (
        <ul className="history">
          {[...view.poverty]
            .sort((a, b) => (a.from < b.from ? 1 : -1))
            .map((finding) => (
              <PovertyLine key={finding._id} finding={finding} />
            ))}
        </ul>
      )}
    </section>
  )
}

function CoverLine({ cover, valid }: { cover: Coverage; valid: boolean }) {
  const t = useT()
  const payerName = usePayerName()
  const span = [
    t('common.since', { day: dateText(cover.from) }),
    ...(cover.to ? [t('common.until', { day: dateText(cover.to) })] : []),
    ...(cover.registeredAt ? [t('patient.cover.at', { name: cover.registeredAt })] : []),
    t('patient.cover.checked', { day: dateText(cover.checkedOn) }),
  ]
  return (
    <li>
      <span className="row">
        {payerName(cover.scheme)}
        {!valid && <Tag tone="info">{t('patient.cover.ended')}</Tag>}
      </span>
      <span className="soft small number">{span.join(', ')}</span>
    </li>
  )
}

function PovertyLine({ finding }: { finding: Poverty }) {
  const t = useT()
  const basis = [
    t(`poverty.${finding.source}`),
    ...(finding.desil === null ? [] : [t('patient.poverty.desil', { n: finding.desil })]),
    ...(finding.letter ? [finding.letter] : []),
    t('common.since', { day: dateText(finding.from) }),
  ]
  return (
    <li>
      <span>{t(finding.poor ? 'patient.poverty.poor' : 'patient.poverty.not-poor')}</span>
      <span className="soft small number">{basis.join(', ')}</span>
    </li>
  )
}
