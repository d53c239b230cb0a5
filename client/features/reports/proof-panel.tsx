import type { Report } from '../../../shared/documents/report.ts'
import { numberText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import type { MessageKey } from '../../i18n/translate.ts'
import { reportMessages } from '../../i18n/report-messages.id.ts'
import { mostFirst, totalOf, type Counts } from './proof-sums.ts'
import { reasonText } from './reason-text.ts'
import { mayOpenLists, ReportLists } from './report-lists.tsx'
import { listAddress } from './list-address.ts'
import { usePerson } from '../../data/bridge/use-data-worker.tsx'
import { Link } from '../../ui/router/router.tsx'
import type { ReportListName } from '../../../shared/reports/report-answers.ts'

/** Facts read = counted + folded + excluded + not placed, each with its reasons; what somebody should look at; the lists. */
export function ProofPanel({ report }: { report: Report }) {
  const t = useT()
  return (
    <section className="panel stack proof" aria-labelledby="proof">
      <h2 id="proof">{t('reports.proof')}</h2>
      <div className="columns">
        {report.tables.map((table) => (
          <TableProof key={table.id} table={table} report={report} />
        ))}
      </div>
      <Doubts report={report} />
      <ReportLists report={report} />
    </section>
  )
}

type TableProps = { readonly table: Report['tables'][number]; readonly report: Report }

function TableProof({ table: { id, proof }, report }: TableProps) {
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
      <Reasons list="excluded" table={id} counts={proof.excluded} report={report} />
      <Reasons list="tray" table={id} counts={proof.tray} report={report} />
    </div>
  )
}

type TableKey = Extract<
  MessageKey,
  `reports.proof.${'cases' | 'payer' | 'unit' | 'persons' | 'families' | 'days' | 'late' | 'early' | 'punches'}`
>

function isTableKey(key: string): key is TableKey {
  return key in reportMessages
}

type ReasonsProps = {
  readonly list: Extract<ReportListName, 'excluded' | 'tray'>
  readonly table: string
  readonly counts: Counts
  readonly report: Report
}

function Reasons({ list, table, counts, report }: ReasonsProps) {
  const { language, t } = useSpeech()
  const mayOpen = mayOpenLists(usePerson(), report.form)
  if (totalOf(counts) === 0) return null
  return (
    <table className="table reasons">
      <caption>{t(`reports.${list}`)}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('reports.proof.reason')}</th>
          <th scope="col">{t('reports.proof.count')}</th>
        </tr>
      </thead>
      <tbody>
        {mostFirst(counts).map(([reason, count]) => (
          <tr key={reason}>
            <th scope="row">
              {mayOpen ? (
                <Link to={listAddress(report, list, { table, reason })}>{reasonText(reason, language)}</Link>
              ) : (
                reasonText(reason, language)
              )}
            </th>
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
