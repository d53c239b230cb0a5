import type { Report } from '../../../shared/documents/report.ts'
import { numberText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import type { MessageKey } from '../../i18n/translate.ts'
import { messages } from '../../i18n/messages.id.ts'
import { mostFirst, totalOf, type Counts } from './proof-sums.ts'
import { reasonText } from './reason-text.ts'
import { ReportLists } from './report-lists.tsx'

/** Facts read = counted + folded + excluded + not placed, each with its reasons; what somebody should look at; the lists. */
export function ProofPanel({ report }: { report: Report }) {
  const t = useT()
  return (
    <section className="panel stack proof" aria-labelledby="proof">
      <h2 id="proof">{t('reports.proof')}</h2>
      {report.tables.map((table) => (
        <TableProof key={table.id} table={table} form={report.form} />
      ))}
      <Doubts report={report} />
      <ReportLists report={report} />
    </section>
  )
}

type TableProps = { readonly table: Report['tables'][number]; readonly form: Report['form'] }

function TableProof({ table: { id, proof }, form }: TableProps) {
  const { language, t } = useSpeech()
  const n = (value: number) => numberText(value, language)
  const ofTable = `reports.proof.${id}`
  return (
    <div className="stack stack-tight">
      <h3>{isTableKey(ofTable) ? t(ofTable) : id}</h3>
      <p className="number">
        {t('reports.facts', {
          read: n(proof.read),
          counted: n(proof.counted),
          folded: n(proof.folded),
          excluded: n(totalOf(proof.excluded)),
          tray: n(totalOf(proof.tray)),
        })}
      </p>
      <Reasons title={t('reports.excluded')} counts={proof.excluded} />
      <Reasons title={t(form === 'form-11' ? 'reports.tray-11' : 'reports.tray')} counts={proof.tray} />
    </div>
  )
}

type TableKey = Extract<
  MessageKey,
  `reports.proof.${'cases' | 'payer' | 'unit' | 'persons' | 'families' | 'days' | 'late' | 'early' | 'punches'}`
>

function isTableKey(key: string): key is TableKey {
  return key in messages
}

function Reasons({ title, counts }: { title: string; counts: Counts }) {
  const { language, t } = useSpeech()
  if (totalOf(counts) === 0) return null
  return (
    <table className="table reasons">
      <caption>{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('reports.proof.reason')}</th>
          <th scope="col">{t('reports.proof.count')}</th>
        </tr>
      </thead>
      <tbody>
        {mostFirst(counts).map(([reason, count]) => (
          <tr key={reason}>
            <th scope="row">{reasonText(reason, t)}</th>
            <td className="right">{numberText(count, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the numbers rest on that is less than sure: flags without history, disputed records, clinicians' own choices. */
function Doubts({ report: { form, flags, disputed, overrides } }: { report: Report }) {
  const { language, t } = useSpeech()
  const n = (value: number) => numberText(value, language)
  const words = [
    ...(form === 'form-11' || form === 'visits'
      ? [t(`reports.flags.${form}`, { n: n(flags.withoutHistory), baru: n(flags.baru) })]
      : []),
    ...(disputed > 0 ? [t('reports.disputed', { n: n(disputed) })] : []),
    ...(overrides.made > 0
      ? [t('reports.overrides', { made: n(overrides.made), differing: n(overrides.differing) })]
      : []),
  ]
  return words.map((sentence) => <p key={sentence}>{sentence}</p>)
}
