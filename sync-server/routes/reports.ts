import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { DatabaseKind } from '../../shared/access/databases.ts'
import { databaseFor } from '../../shared/access/databases.ts'
import { yearOf } from '../../shared/calendar/calendar-date.ts'
import { firstDayOf, Month } from '../../shared/calendar/month.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import { FacilityCode } from '../../shared/documents/ids.ts'
import type { Report } from '../../shared/documents/report.ts'
import {
  REPORT_LISTS,
  type PeopleListAnswer,
  type ReportAnswer,
  type ReportListAnswer,
} from '../../shared/reports/report-answers.ts'
import { FORMS } from '../../shared/reports/report-content.ts'
import { latestReport } from '../compiler/publish-report.ts'
import { readDistrict, type District } from '../compiler/read-district.ts'
import { callerFor, hubTime, isRefusal, refuse, type Gateway } from '../gateway.ts'
import type { Refusal } from '../problems.ts'
import { csvOf } from '../reports/csv.ts'
import { describeFacts } from '../reports/describe-facts.ts'
import { dueDay } from '../reports/due-day.ts'
import { factList } from '../reports/fact-lists.ts'
import { listAnswer } from '../reports/list-answer.ts'
import { reportMatrix } from '../reports/matrix.ts'
import { bracketCodes, peopleHeadings, peopleOf, peopleRows } from '../reports/people-rows.ts'
import { reportCsv } from '../reports/report-csv.ts'
import { listsBehind } from '../reports/report-reader.ts'
import { reportXlsx } from '../reports/report-xlsx.ts'
import { satellitesOf } from '../reports/satellites.ts'
import { mayReadDatabase, type Caller } from '../sessions/caller.ts'

const Which = z.object({ facility: FacilityCode, form: z.enum(FORMS), period: Month })
const WhichList = Which.extend({ list: z.enum([...REPORT_LISTS, 'people']) })
const Several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional()
const ListQuery = z.object({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
  table: z.string().optional(),
  row: Several,
  cell: Several,
  reason: z.string().optional(),
})

type Asked = {
  readonly caller: Caller
  readonly district: District
  readonly facility: Facility
  readonly which: z.infer<typeof Which>
}

function mayRead({ grants }: Caller, kind: DatabaseKind, facility: string, period: Month): boolean {
  return mayReadDatabase(grants, databaseFor(kind, facility, yearOf(firstDayOf(period))))
}

/** Lists name people: who asks for one must be able to read what it is made of. */
function mayReadLists(caller: Caller, { facility, form, period }: z.infer<typeof Which>): boolean {
  const kinds: readonly DatabaseKind[] =
    form === 'punctuality' ? ['staff', 'roster'] : ['clinical', 'registry']
  return kinds.every((kind) => mayRead(caller, kind, facility, period))
}

/** Who asks for which clinic's month, or the refusal that was set on the reply. Rights come before existence. */
async function askedFor(
  gateway: Gateway,
  request: FastifyRequest,
  reply: FastifyReply,
  forList: boolean,
): Promise<Asked | Refusal> {
  const known = await callerFor(gateway, request, reply)
  if (isRefusal(known)) return known
  const which = Which.safeParse(request.params)
  if (!which.success) return refuse(reply, 'address-unknown')
  const allowed = forList
    ? mayReadLists(known.caller, which.data)
    : mayRead(known.caller, 'reports', which.data.facility, which.data.period)
  if (!allowed) return refuse(reply, 'database-not-allowed')
  const district = await readDistrict(gateway.couch)
  const facility = district.facilities.find(({ code }) => code === which.data.facility)
  if (!facility) return refuse(reply, 'database-unknown')
  return { caller: known.caller, district, facility, which: which.data }
}

function latestOf({ couch }: Gateway, { which }: Asked): Promise<Report | undefined> {
  return latestReport(couch, which.facility, which.form, which.period)
}

/** Names no person: the clinic, the form and the month. */
function asFile(reply: FastifyReply, { which }: Asked, extension: string, type: string, list = ''): void {
  const name = [which.form, which.facility, which.period, ...(list ? [list] : [])].join('-')
  reply.header('content-disposition', `attachment; filename="${name}.${extension}"`).type(type)
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'

async function workbookOf(gateway: Gateway, asked: Asked, report: Report): Promise<Buffer> {
  const units = asked.district.units.filter(({ facility }) => facility === asked.facility.code)
  const visits = await latestReport(gateway.couch, asked.facility.code, 'visits', report.period)
  return reportXlsx(report, asked.facility, satellitesOf(units, visits))
}

type ListPart = {
  readonly list: z.infer<typeof WhichList>['list']
  readonly query: z.infer<typeof ListQuery>
  readonly whole: boolean
}

async function listOf(
  gateway: Gateway,
  asked: Asked,
  report: Report,
  part: ListPart,
): Promise<ReportListAnswer | PeopleListAnswer> {
  const { couch } = gateway
  const { facility, which } = asked
  const { list, query, whole } = part
  const lists = await listsBehind(couch, facility, report, gateway.now())
  const year = yearOf(firstDayOf(which.period))
  if (list === 'people') {
    const [people, codes] = [peopleOf(lists), bracketCodes(report)]
    const wordsOf = await describeFacts(
      couch,
      people.map(({ practitioner }) => practitioner),
      facility,
      year,
    )
    return {
      list,
      total: people.length,
      headings: peopleHeadings(codes),
      rows: peopleRows(people, codes, wordsOf),
    }
  }
  const facts = factList(lists, list, {
    table: query.table,
    rows: query.row,
    cells: query.cell,
    reason: query.reason,
  })
  const page = whole ? facts : facts.slice(query.from, query.from + query.limit)
  const wordsOf = await describeFacts(
    couch,
    page.map(({ id }) => id),
    facility,
    year,
  )
  return listAnswer(list, page, facts.length, wordsOf)
}

/** The month's reports: the matrix, one report, its files, and the lists behind it for the clinic's own people. */
export function reportRoutes(app: FastifyInstance, gateway: Gateway): void {
  app.get('/api/reports/matrix', async (request, reply) => {
    const known = await callerFor(gateway, request, reply)
    if (isRefusal(known)) return known
    const query = z.object({ period: Month }).safeParse(request.query)
    if (!query.success) return refuse(reply, 'request-not-valid', 'period')
    const { period } = query.data
    const { facilities, settings } = await readDistrict(gateway.couch)
    const seen = facilities.filter(({ code }) => mayRead(known.caller, 'reports', code, period))
    return reportMatrix(gateway.couch, { facilities: seen, settings, period, now: hubTime(gateway) })
  })

  app.get('/api/reports/:facility/:form/:period', async (request, reply): Promise<ReportAnswer | Refusal> => {
    const asked = await askedFor(gateway, request, reply, false)
    if (isRefusal(asked)) return asked
    const { code, name, zone } = asked.facility
    const dueOn = dueDay(asked.district.settings, asked.which.period)
    return { facility: { code, name, zone }, dueOn, report: (await latestOf(gateway, asked)) ?? null }
  })

  for (const extension of ['xlsx', 'csv'] as const) {
    app.get(`/api/reports/:facility/:form/:period/file.${extension}`, async (request, reply) => {
      const asked = await askedFor(gateway, request, reply, false)
      if (isRefusal(asked)) return asked
      const report = await latestOf(gateway, asked)
      if (!report) return refuse(reply, 'report-not-compiled')
      asFile(reply, asked, extension, extension === 'csv' ? CSV : XLSX)
      return extension === 'csv' ? reportCsv(report, asked.facility) : workbookOf(gateway, asked, report)
    })
  }

  for (const file of ['', '/file.csv'] as const) {
    app.get(`/api/reports/:facility/:form/:period/lists/:list${file}`, async (request, reply) => {
      const asked = await askedFor(gateway, request, reply, true)
      if (isRefusal(asked)) return asked
      const [params, query] = [WhichList.safeParse(request.params), ListQuery.safeParse(request.query)]
      if (!params.success) return refuse(reply, 'address-unknown')
      if (!query.success)
        return refuse(reply, 'request-not-valid', String(query.error.issues[0]?.path[0] ?? ''))
      const report = await latestOf(gateway, asked)
      if (!report) return refuse(reply, 'report-not-compiled')
      const { list } = params.data
      const answer = await listOf(gateway, asked, report, { list, query: query.data, whole: file !== '' })
      if (file === '') return answer
      asFile(reply, asked, 'csv', CSV, list)
      return csvOf([answer.headings, ...answer.rows])
    })
  }
}
