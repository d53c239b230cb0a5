/** The month's answers over HTTP, as every role and as nobody: who sees which report, which list, and what is in them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DISTRICT_ROLES, FACILITY_ROLES, type Role } from '../../shared/access/roles.ts'
import { month } from '../../shared/calendar/month.ts'
import type {
  PeopleListAnswer,
  ReportAnswer,
  ReportListAnswer,
  ReportMatrix,
} from '../../shared/reports/report-answers.ts'
import { FORMS } from '../../shared/reports/report-content.ts'
import { compilePeriod } from '../../sync-server/compiler/compile-period.ts'
import { readWorkbook } from '../../sync-server/imports/spreadsheet/workbook.ts'
import { localHoliday } from '../builders/clinic-documents.ts'
import { FACILITY, OTHER_FACILITY, startTestHub, type TestDesk, type TestHub } from '../builders/hub.ts'
import { store } from '../builders/stored-clinic.ts'
import { form11Figures } from '../builders/workbook-grid.ts'
import * as byHand from '../recount/small-clinic-by-hand.ts'
import { hubDocuments } from '../recount/hub-documents.ts'
import { printedFigures, recountForm11, USUAL_RULES } from '../recount/recount.ts'
import { AREA_A, AREA_B, LOCAL_HOLIDAY, SMALL_CLINIC } from '../recount/small-clinic.ts'

const AFTER = Date.UTC(2026, 10, 1, 2, 0, 0)
const BASE = `/api/reports/${FACILITY}`
const FORM_11 = `${BASE}/form-11/2026-10`

let hub: TestHub
let desk: TestDesk
const tokens = new Map<Role, string>()

async function get(path: string, role?: Role): Promise<Response> {
  const token = role && tokens.get(role)
  return fetch(hub.url + path, token ? { headers: { authorization: `Bearer ${token}` } } : {})
}

async function read<Answer>(path: string, role: Role): Promise<Answer> {
  const response = await get(path, role)
  if (!response.ok) throw new Error(`${path} as ${role}: ${String(response.status)} ${await response.text()}`)
  return (await response.json()) as Answer
}

const statusOf = async (path: string, role?: Role) => (await get(path, role)).status

beforeAll(async () => {
  hub = await startTestHub({ two: true, nowMs: AFTER })
  await store(hub, [...SMALL_CLINIC, localHoliday(LOCAL_HOLIDAY)])
  await compilePeriod({ couch: hub.registry().couch, now: hub.clock.now }, month('2026-10'))
  desk = await hub.enrol()
  for (const role of FACILITY_ROLES) tokens.set(role, (await hub.signIn(role, desk)).token)
  for (const role of DISTRICT_ROLES) tokens.set(role, (await hub.signIn(role)).token)
})
afterAll(async () => {
  await hub.stop()
})

describe('the matrix', () => {
  it('[RF8] shows the Dinas every clinic: arrived, on time, revision, how complete', async () => {
    const matrix = await read<ReportMatrix>('/api/reports/matrix?period=2026-10', 'dinas')
    expect(matrix.dueOn).toBe('2026-11-05')
    expect(matrix.facilities.map(({ code }) => code).sort()).toEqual([FACILITY, OTHER_FACILITY])
    const own = matrix.facilities.find(({ code }) => code === FACILITY)
    expect(own?.reports.map(({ form }) => form)).toEqual(FORMS)
    expect(own?.reports[0]).toEqual({
      form: 'form-11',
      arrivedAt: new Date(AFTER).toISOString(),
      onTime: true,
      revision: 1,
      provisional: false,
      complete: { numerator: 20, denominator: 20 },
    })
  })

  it('[RF8] shows a clinic its own row', async () => {
    for (const role of ['head', 'reporter'] as const) {
      const { facilities } = await read<ReportMatrix>('/api/reports/matrix?period=2026-10', role)
      expect(facilities.map(({ code }) => code)).toEqual([FACILITY])
    }
    const { facilities } = await read<ReportMatrix>('/api/reports/matrix?period=2026-10', 'loket')
    expect(facilities).toEqual([])
  })

  it('[RF6] shows a month that nobody compiled as late after its deadline', async () => {
    const { facilities } = await read<ReportMatrix>('/api/reports/matrix?period=2026-09', 'dinas')
    expect(facilities[0]?.reports[0]).toMatchObject({
      revision: null,
      arrivedAt: null,
      onTime: false,
      complete: null,
    })
  })

  it('refuses a month that is none, and people who are not signed in', async () => {
    expect(await statusOf('/api/reports/matrix?period=2026-13', 'dinas')).toBe(400)
    expect(await statusOf('/api/reports/matrix?period=2026-10')).toBe(401)
  })
})

describe('a report', () => {
  it('[RF8] is read by the Dinas, the district admin and those of the clinic who may', async () => {
    const allowed: readonly Role[] = ['head', 'reporter', 'dinas', 'district-admin']
    for (const role of [...FACILITY_ROLES, ...DISTRICT_ROLES])
      for (const path of [FORM_11, `${FORM_11}/file.xlsx`, `${FORM_11}/file.csv`])
        expect(await statusOf(path, role), `${path} as ${role}`).toBe(allowed.includes(role) ? 200 : 403)
    expect(await statusOf(FORM_11)).toBe(401)
  })

  it('[RF8] of another clinic is refused to a clinic, whether it exists or not', async () => {
    expect(await statusOf(`/api/reports/${OTHER_FACILITY}/form-11/2026-10`, 'head')).toBe(403)
    expect(await statusOf('/api/reports/9999999/form-11/2026-10', 'head')).toBe(403)
    expect(await statusOf('/api/reports/9999999/form-11/2026-10', 'dinas')).toBe(404)
    expect(await statusOf(`${BASE}/form-99/2026-10`, 'dinas')).toBe(404)
  })

  it('has the counts made by hand, and no name or NIK in anything the Dinas gets', async () => {
    const { report } = await read<ReportAnswer>(FORM_11, 'dinas')
    expect(report?.tables[0]?.cells).toEqual(byHand.FORM_11_CELLS)
    // `ani` is a word of the form, too.
    const people = SMALL_CLINIC.filter(({ type }) => type === 'patient' || type === 'practitioner')
    const names = people.filter(({ name }) => name !== 'ani')
    for (const form of FORMS) {
      const [json, csv] = await Promise.all([
        get(`${BASE}/${form}/2026-10`, 'dinas'),
        get(`${BASE}/${form}/2026-10/file.csv`, 'dinas'),
      ])
      const told = `${await json.text()} ${await csv.text()}`
      for (const { _id, name } of names) {
        expect(told).not.toContain(_id)
        expect(told).not.toMatch(new RegExp(`\\b${String(name)}\\b`, 'i'))
      }
      expect(told).not.toMatch(/\b\d{16}\b/)
    }
  })

  it('[RF3][RF9] comes as a workbook and as CSV, under a name without a person', async () => {
    const workbook = await get(`${FORM_11}/file.xlsx`, 'dinas')
    expect(workbook.headers.get('content-disposition')).toBe(
      'attachment; filename="form-11-1031948-2026-10.xlsx"',
    )
    expect(readWorkbook(new Uint8Array(await workbook.arrayBuffer())).map(({ name }) => name)).toEqual([
      'Formulir 11',
      'Bukti hitung',
    ])
    const csv = await get(`${FORM_11}/file.csv`, 'dinas')
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(new Uint8Array(await csv.arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  })

  it('[RF10] that was never compiled is an answer; its files are not there', async () => {
    expect(await read<ReportAnswer>(`${BASE}/form-11/2026-09`, 'dinas')).toMatchObject({
      report: null,
      dueOn: '2026-10-05',
    })
    const file = await get(`${BASE}/form-11/2026-09/file.csv`, 'dinas')
    expect([file.status, ((await file.json()) as { problem: string }).problem]).toEqual([
      404,
      'report-not-compiled',
    ])
  })
})

describe('the Dinas and the recount', () => {
  it('the downloaded Form 11 prints what a recount of the raw documents on the hub says', async () => {
    const file = await readFile(join(hub.dataFolder, 'hub.json'), 'utf8')
    const documents = await hubDocuments((JSON.parse(file) as { url: string }).url, FACILITY)
    const counted = recountForm11(documents, {
      ...USUAL_RULES,
      period: '2026-10',
      workingArea: [AREA_A, AREA_B],
    })
    const workbook = await get(`${FORM_11}/file.xlsx`, 'dinas')
    const figures = form11Figures(new Uint8Array(await workbook.arrayBuffer()))
    expect(figures.size).toBe(242)
    for (const [line, printed] of figures) expect(printed, line).toEqual(printedFigures(counted, line))
  })
})

describe('lists', () => {
  it('[RF8] of patients are for those who may read them, never for the Dinas', async () => {
    const allowed: readonly Role[] = ['clinician', 'diagnosis-entry', 'records', 'head']
    for (const role of [...FACILITY_ROLES, ...DISTRICT_ROLES])
      for (const path of [
        `${FORM_11}/lists/tray`,
        `${FORM_11}/lists/tray/file.csv`,
        `${BASE}/poor-cover/2026-10/lists/counted`,
      ])
        expect(await statusOf(path, role), `${path} as ${role}`).toBe(allowed.includes(role) ? 200 : 403)
    expect(await statusOf(`${FORM_11}/lists/tray`)).toBe(401)
  })

  it('[RF8] of the staff are for the head and TU', async () => {
    for (const role of [...FACILITY_ROLES, ...DISTRICT_ROLES])
      expect(await statusOf(`${BASE}/punctuality/2026-10/lists/people`, role), role).toBe(
        role === 'head' || role === 'tu' ? 200 : 403,
      )
  })

  it.each([
    ['counted', 19],
    ['folded', 1],
    ['excluded', 6],
    ['tray', 6],
    ['without-history', 3],
    ['overrides', 1],
    ['disputed', 0],
  ])('[RF9] %s of Form 11 has %i facts', async (list, total) => {
    const answer = await read<ReportListAnswer>(`${FORM_11}/lists/${list}`, 'records')
    expect(answer).toMatchObject({ list, total })
    expect(answer.rows).toHaveLength(total)
    for (const row of answer.rows) expect(row).toHaveLength(answer.headings.length)
  })

  it('[RF9] opens one number down to its facts, with words and without a NIK', async () => {
    const asked = '?table=cases&row=F4&cell=baru/60-69y/L&cell=baru/70y%2B/L'
    const { total, rows } = await read<ReportListAnswer>(`${FORM_11}/lists/counted${asked}`, 'records')
    expect(total).toBe(2)
    expect(rows.map(([on, name, , what]) => [on, name, what])).toEqual([
      ['2026-10-01', 'budi', 'I10 (utama)'],
      ['2026-10-15', 'joko', 'I10 (tambahan)'],
    ])
    const everything = await (
      await get(`${BASE}/poor-cover/2026-10/lists/counted/file.csv`, 'records')
    ).text()
    expect(everything).toContain('siti')
    expect(everything).not.toMatch(/\b\d{16}\b/)
  })

  it('[RF9] comes in pages, and whole as a file', async () => {
    const { total, rows } = await read<ReportListAnswer>(
      `${FORM_11}/lists/counted?from=15&limit=10`,
      'records',
    )
    expect([total, rows.length]).toEqual([19, 4])
    const file = await (await get(`${FORM_11}/lists/counted/file.csv?limit=2`, 'records')).text()
    expect(file.trim().split('\r\n')).toHaveLength(20)
    expect(await statusOf(`${FORM_11}/lists/counted?limit=99999`, 'records')).toBe(400)
    expect(await statusOf(`${FORM_11}/lists/everything`, 'records')).toBe(404)
  })

  it('has the recap of the staff, a row a person', async () => {
    const { headings, rows } = await read<PeopleListAnswer>(`${BASE}/punctuality/2026-10/lists/people`, 'tu')
    const ani = rows.find(([name]) => name === 'ani') ?? []
    const told = Object.fromEntries(headings.map((heading, index) => [heading, ani[index]]))
    expect(told).toMatchObject({
      'Hari kerja': '26',
      Hadir: '23',
      'TL menit': '65',
      TL4: '1',
      TK: '1',
      '% kehadiran': '96,0',
    })
  })

  it('are those of the moment while the month is not over', async () => {
    hub.clock.set(Date.UTC(2026, 9, 31, 2))
    const period = month('2026-10')
    await compilePeriod({ couch: hub.registry().couch, now: hub.clock.now }, period)
    const answer = await read<ReportListAnswer>(`${FORM_11}/lists/counted`, 'records')
    expect(answer.total).toBe(19)
  })
})
