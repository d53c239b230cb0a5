import type { Instant } from '../../shared/calendar/instant.ts'
import type { Month } from '../../shared/calendar/month.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import type { Report } from '../../shared/documents/report.ts'
import type { Setting } from '../../shared/documents/setting.ts'
import type { MatrixCell, ReportMatrix } from '../../shared/reports/report-answers.ts'
import { FORMS, type FormId } from '../../shared/reports/report-content.ts'
import { latestReport } from '../compiler/publish-report.ts'
import type { Couch } from '../couch/couch.ts'
import { dueDay, isOnTime } from './due-day.ts'

/** The figure that says how much of what should be in a form is. */
const COMPLETENESS: Readonly<Partial<Record<FormId, string>>> = { 'form-11': 'diagnosed', visits: 'served' }

function completenessOf(form: FormId, report: Report | undefined): MatrixCell['complete'] {
  const figure = report?.figures.find(({ id }) => id === COMPLETENESS[form])
  if (!figure?.denominator) return null
  return { numerator: figure.numerator, denominator: figure.denominator }
}

function cellOf(form: FormId, report: Report | undefined, onTime: boolean | null): MatrixCell {
  return {
    form,
    arrivedAt: report?.arrivedAt ?? null,
    onTime,
    revision: report?.revision ?? null,
    provisional: report?.provisional ?? false,
    complete: completenessOf(form, report),
  }
}

type MatrixInput = {
  readonly facilities: readonly Facility[]
  readonly settings: readonly Setting[]
  readonly period: Month
  readonly now: Instant
}

/** Clinics by forms for a month: arrived, on time, revision, how complete. */
export async function reportMatrix(
  couch: Pick<Couch, 'allDocs'>,
  { facilities, settings, period, now }: MatrixInput,
): Promise<ReportMatrix> {
  const dueOn = dueDay(settings, period)
  const rowOf = async ({ code, name, zone }: Facility) => {
    const reports = await Promise.all(
      FORMS.map(async (form) => {
        const report = await latestReport(couch, code, form, period)
        return cellOf(form, report, isOnTime(report?.arrivedAt ?? null, dueOn, zone, now))
      }),
    )
    return { code, name, zone, reports }
  }
  const rows = await Promise.all(facilities.map(rowOf))
  return { period, dueOn, facilities: rows.sort((a, b) => a.name.localeCompare(b.name, 'id')) }
}
