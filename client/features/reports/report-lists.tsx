import type { Report } from '../../../shared/documents/report.ts'
import { factsTypeOf } from '../../../shared/documents/report-facts.ts'
import { REPORT_LISTS, type ReportListName } from '../../../shared/reports/report-answers.ts'
import { isOfDistrict, personMayRead } from '../../data/bridge/person-rights.ts'
import { usePerson } from '../../data/bridge/use-data-worker.tsx'
import type { PersonHere } from '../../data/bridge/contract.ts'
import { numberText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { Link } from '../../ui/router/router.tsx'
import { listAddress } from './list-address.ts'
import { listSizes } from './proof-sums.ts'

const STAFF_KINDS = ['staff', 'roster'] as const
const PATIENT_KINDS = ['clinical', 'registry'] as const

/** Lists name people: they are for those of the clinic who may read what the lists are made of (the hub decides). */
export function mayOpenLists(person: PersonHere, form: Report['form']): boolean {
  const kinds = factsTypeOf(form) === 'staff-report-facts' ? STAFF_KINDS : PATIENT_KINDS
  return !isOfDistrict(person) && kinds.every((kind) => personMayRead(person, kind))
}

/** What a list is called, with how many rows it has. */
export function listTitle(
  list: ReportListName | 'people',
  form: Report['form'],
  n: string,
  t: Translate,
): string {
  if (list === 'people') return t('reports.list.people')
  return t(list === 'tray' && form === 'form-11' ? 'reports.list.tray-11' : `reports.list.${list}`, { n })
}

/** Links to the facts behind the figures; a list without rows is not offered. */
export function ReportLists({ report }: { report: Report }) {
  const { language, t } = useSpeech()
  const person = usePerson()
  const sizes = listSizes(report)
  const lists = REPORT_LISTS.filter((list) => sizes[list] > 0)
  if (!mayOpenLists(person, report.form) || lists.length === 0) return null
  const { form } = report
  return (
    <div className="stack stack-tight">
      <h3>{t('reports.lists')}</h3>
      <ul className="row list-links">
        {form === 'punctuality' && (
          <li>
            <Link className="button" to={listAddress(report, 'people')}>
              {t('reports.list.people')}
            </Link>
          </li>
        )}
        {lists.map((list) => (
          <li key={list}>
            <Link className="button" to={listAddress(report, list)}>
              {listTitle(list, form, numberText(sizes[list], language), t)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
