/**
 * The main job in one go: three PCs, a hub that is really switched off and on again, browsers that are killed, the
 * month compiled from a terminal, and the Dinas's spreadsheet against an independent recount.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { FACILITY, PASSWORD, type TestHub } from '../builders/hub.ts'
import { ask, bearer } from '../contracts/asked.ts'
import { builtClient } from './clinic.ts'
import { attendancePage } from './pages/attendance-page.ts'
import { enrolmentPage } from './pages/enrolment-page.ts'
import { patientPage } from './pages/patient-page.ts'
import { poliPage } from './pages/poli-page.ts'
import { registrationPage } from './pages/registration-page.ts'
import { reportsPage } from './pages/reports-page.ts'
import { searchPage } from './pages/search-page.ts'
import { shellPage } from './pages/shell-page.ts'
import { signInPage } from './pages/sign-in-page.ts'
import { visitPage } from './pages/visit-page.ts'
import { KNOWN_PEOPLE, makeClinicBefore, SECOND_CLERK } from './story/clinic-before.ts'
import { answered, readReports, tryDatabases, tryEndpoints } from './story/dinas-requests.ts'
import { watchFirstLoad } from './story/first-load-watch.ts'
import { runHubCommand, startHubProcess, type HubPlace, type HubProcess } from './story/hub-process.ts'
import { fillInNewPatient, NEW_PATIENT } from './story/new-patient.ts'
import {
  added,
  countsByType,
  documentsOf,
  readRawDatabases,
  type RawDatabases,
} from './story/raw-databases.ts'
import { expectRecountedFile, expectRecountedTables, newCases } from './story/recounted-month.ts'
import {
  cameFromServiceWorker,
  keptForOffline,
  newStoryDesk,
  NEXT_EXCHANGE,
  openPatient,
  openVisit,
  stripSays,
  type StoryDesk,
} from './story/story-desk.ts'

const DRAFTED = 'Wulandari Setyaningsih'
/** How much older every sign-in is when the hub comes back. */
const DAYS_AWAY = 9
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const TOLD_WITHIN_MS = HOUR_MS / 4

const faults: string[] = []
let made: TestHub
let place: HubPlace
let hub: HubProcess
let before: RawDatabases
let period = ''
/** Every PC that was begun, to be taken away at the end, whatever became of it. */
const begun: StoryDesk[] = []
let [loket, second, poli]: StoryDesk[] = []

const visitsOn = (page: Page) => page.getByRole('table').getByRole('row')
const desks = () => [loket, second, poli].flatMap((desk) => desk ?? [])

function pc(desk: StoryDesk | undefined): StoryDesk {
  if (!desk) throw new Error('that PC is not set up')
  return desk
}

async function newPc(): Promise<StoryDesk> {
  const desk = await newStoryDesk(hub.url, faults)
  begun.push(desk)
  return desk
}

/** A new PC: enrolled, somebody signed in, everything loaded and kept for offline work. */
async function setUp(username: string): Promise<StoryDesk> {
  const desk = await newPc()
  const page = await desk.open()
  await enrolmentPage(page).enrol(made.code)
  await signInPage(page).heading.waitFor()
  const seenLoad = await watchFirstLoad(page)
  await signInPage(page).asNewcomer(username, PASSWORD)
  await signInPage(page).loaded()
  const { headings, progress } = await seenLoad()
  expect(headings).toEqual(['Mengambil data Puskesmas'])
  expect(progress.length).toBeGreaterThan(1)
  await keptForOffline(page)
  return desk
}

/** A story that would run over the clinic's midnight, which is 17.00 UTC, is told as if it were some minutes later. */
function daysAhead(nowMs: number): number {
  const untilMidnight = DAY_MS - ((nowMs + 7 * HOUR_MS) % DAY_MS)
  return untilMidnight < TOLD_WITHIN_MS ? TOLD_WITHIN_MS / DAY_MS : 0
}

beforeAll(async () => {
  const ahead = daysAhead(Date.now())
  const clientFolder = builtClient()
  made = await makeClinicBefore(clientFolder, Date.now() + ahead * DAY_MS)
  place = { dataFolder: made.dataFolder, port: Number(new URL(made.url).port), clientFolder }
  hub = await startHubProcess(place, ahead)
  before = await readRawDatabases(hub.databases)
})
afterAll(async () => {
  await Promise.all(begun.map(({ profile }) => profile.remove()))
  await hub.end('SIGKILL')
  await made.stop()
})

it('two desks and a clinician enrol, sign in and load; two visits are opened for the poli', async () => {
  loket = await setUp('loket')
  const page = loket.page()
  expect(await openVisit(page, 'sumarni', KNOWN_PEOPLE.sumarni, 'u')).toBe('UA001')
  expect(await openVisit(page, 'paijo', KNOWN_PEOPLE.paijo, 'u')).toBe('UA002')
  await stripSays(page, 'Semua terkirim')
  second = await setUp(SECOND_CLERK.username)
  poli = await setUp('clinician')
  await poli.page().keyboard.press('Alt+p')
  await poliPage(poli.page()).unit.selectOption('Poli Umum')
  await poliPage(poli.page()).examine(KNOWN_PEOPLE.sumarni).waitFor()
  await poliPage(poli.page()).examine(KNOWN_PEOPLE.paijo).waitFor()
  await poli.picture('01-poli-before')
})

it('the hub’s process is killed; the loket punches, finds, registers and gives numbers without it', async () => {
  await hub.end('SIGKILL')
  await expect(fetch(`${hub.url}/api/health`)).rejects.toThrow()
  const desk = pc(loket)
  const page = desk.page()
  const [attendance, form, visit] = [attendancePage(page), registrationPage(page), visitPage(page)]
  await page.keyboard.press('Alt+h')
  await attendance.arrive.click()
  await attendance.told.getByText('datang').waitFor()
  expect(await openVisit(page, 'kartini', KNOWN_PEOPLE.kartini, 'k')).toBe('KA001')

  await page.keyboard.press('Alt+b')
  await form.name.fill(DRAFTED)
  await form.birth.fill('3 4 91')
  await form.draft.waitFor()
  await desk.picture('02-loket-draft')
  await page.keyboard.press('F2')
  await form.leave.getByRole('button', { name: 'Tinggalkan' }).click()
  await page.keyboard.press('Alt+h')
  await attendance.leave.click()
  await attendance.told.getByText('pulang').waitFor()
  await desk.picture('03-loket-punched')

  await fillInNewPatient(page)
  await desk.picture('04-loket-new-patient')
  await form.save()
  await visit.unit('Poli Umum').check()
  await visit.payer.selectOption('SKTM')
  await visit.kind('Sakit').check()
  await visit.open.click()
  await page.locator('.number-shown').getByText('Tersimpan di komputer ini').waitFor()
  expect(await visit.number.innerText()).toBe('UA003')
  await desk.kill()
})

it('the poli examines without the hub, and its PC goes off in the middle of the next examination', async () => {
  const desk = pc(poli)
  const page = desk.page()
  const [attendance, rooms] = [attendancePage(page), poliPage(page)]
  await page.keyboard.press('Alt+h')
  await attendance.arrive.click()
  await attendance.told.waitFor()
  await page.keyboard.press('Alt+p')
  await rooms.examine(KNOWN_PEOPLE.sumarni).click()
  await rooms.add('J06.9')
  await rooms.add('darah tinggi')
  await rooms.save()
  await rooms.saved.waitFor()
  await desk.picture('05-poli-saved')
  await rooms.examine(KNOWN_PEOPLE.paijo).click()
  await rooms.add('E11.9')
  await page.getByText('Belum selesai,').waitFor()
  await desk.kill()
})

it('who never signed in on a PC cannot begin there without the hub, who did can go on', async () => {
  const desk = pc(second)
  const page = desk.page()
  const [shell, signIn] = [shellPage(page), signInPage(page)]
  expect(await openVisit(page, 'gatot', KNOWN_PEOPLE.gatot, 'u')).toBe('UB001')
  await page.keyboard.press('F8')
  await shell.dialog.getByRole('button', { name: 'Keluar' }).click()
  await signIn.asNewcomer('head', PASSWORD)
  await page.getByText('Anda belum pernah login di komputer ini').waitFor()
  await desk.picture('06-second-never-here')
  await page.getByRole('button', { name: 'Bukan saya' }).click()
  await signIn.again(SECOND_CLERK.name, PASSWORD)
  await stripSays(page, '1 menunggu kirim', 'Server tidak terjangkau')
})

it('the loket’s PC starts again without a hub, with all that was saved, punched and typed', async () => {
  const desk = pc(loket)
  const page = await desk.open()
  expect(await cameFromServiceWorker(page)).toBe(true)
  const [search, patient, attendance] = [searchPage(page), patientPage(page), attendancePage(page)]
  await stripSays(page, 'Tersimpan di komputer ini', '8 menunggu kirim', 'Server tidak terjangkau')
  await stripSays(page, 'terakhir terkirim')
  await search.unfinished.getByText(`Pendaftaran ${DRAFTED}`).waitFor()
  await desk.picture('07-loket-again')

  await openPatient(page, 'zulaikha', NEW_PATIENT.name)
  await patient.showNik.click()
  await patient.identity.getByText('3577 0141 0785 0003').waitFor()
  expect(await patient.family.innerText()).toContain('3577 0112 0310 0077')
  expect(await patient.cover.innerText()).toContain('DTSEN, desil 2')
  expect(await patient.visits.innerText()).toContain('SKTM')
  await page.keyboard.press('Alt+a')
  await expect.poll(() => visitsOn(page).allInnerTexts()).toHaveLength(5)
  expect(await page.getByRole('row', { name: /UA003/ }).innerText()).toContain(NEW_PATIENT.name)
  await page.keyboard.press('Alt+h')
  await expect.poll(() => attendance.rows.allInnerTexts()).toHaveLength(3)
  await desk.picture('08-loket-punches')

  await page.keyboard.press('F2')
  await search.unfinished.getByRole('link', { name: 'Lanjutkan' }).click()
  await registrationPage(page).restored.waitFor()
  expect(await registrationPage(page).name.inputValue()).toBe(DRAFTED)
  expect(await registrationPage(page).birth.inputValue()).toBe('3 4 91')
  await page.keyboard.press('F2')
  await registrationPage(page).leave.getByRole('button', { name: 'Tinggalkan' }).click()
  expect(await openVisit(page, 'ratna', KNOWN_PEOPLE.ratna, 'u')).toBe('UA004')
  await stripSays(page, '9 menunggu kirim')
})

it('so does the poli’s, with the examination saved and the one half done', async () => {
  const desk = pc(poli)
  const page = await desk.open()
  expect(await cameFromServiceWorker(page)).toBe(true)
  await stripSays(page, '4 menunggu kirim')
  await searchPage(page).unfinished.getByText(KNOWN_PEOPLE.paijo).waitFor()
  await page.keyboard.press('Alt+p')
  await page.getByText('J06.9').waitFor()
  await page.getByText('I10').waitFor()
  await poliPage(page).examine(KNOWN_PEOPLE.paijo).click()
  await poliPage(page).table.getByRole('row', { name: 'E11.9' }).waitFor()
  await desk.picture('09-poli-again')
})

it('the hub comes back days later: everything is confirmed, and nobody signs in again', async () => {
  hub = await startHubProcess(place, DAYS_AWAY)
  await Promise.all(desks().map((desk) => stripSays(desk.page(), 'Semua terkirim')))
  await pc(loket).picture('10-loket-confirmed')
  const sessions = (await readRawDatabases(hub.databases))
    .get('accounts')
    ?.filter(({ type }) => type === 'session')
  expect(sessions).toHaveLength(3)
  const hubTime = Date.now() + DAYS_AWAY * DAY_MS
  for (const session of sessions ?? [])
    expect(hubTime - Date.parse(String(session['begunAt']))).toBeGreaterThan((DAYS_AWAY - 1) * DAY_MS)
})

it('every PC shows what the others did', async () => {
  for (const desk of [pc(second), pc(poli)]) {
    const page = desk.page()
    await page.goto(hub.url)
    await openPatient(page, 'zulaikha', NEW_PATIENT.name)
    const visits = patientPage(page).visits
    await expect.poll(() => visits.innerText(), NEXT_EXCHANGE).toMatch(/Poli Umum.*SKTM.*Terkirim/s)
  }
  await pc(second).picture('11-second-shows-new-patient')
})

it('each record stands at the hub once', async () => {
  const after = await readRawDatabases(hub.databases)
  const records = added(before, after, FACILITY)
  expect(countsByType(records)).toEqual({
    patient: 1,
    household: 1,
    coverage: 1,
    poverty: 1,
    encounter: 6,
    condition: 2,
    punch: 3,
  })
  const numbers = records.flatMap(({ queue }) => (queue ? [(queue as { label: string }).label] : []))
  expect(numbers.sort()).toEqual(['KA001', 'UA001', 'UA002', 'UA003', 'UA004', 'UB001'])
  expect(records.filter((one) => '_conflicts' in one)).toEqual([])
})

it('the month is compiled from a terminal while the hub runs', async () => {
  const [visit] = added(before, await readRawDatabases(hub.databases), FACILITY).filter(
    ({ type }) => type === 'encounter',
  )
  period = String(visit?.['on']).slice(0, 7)
  const said = await runHubCommand(place, 'compile', '--period', period)
  expect(said).toMatch(new RegExp(`${FACILITY}: form-11 rev\\. \\d+ terbit`))
  expect(said).toContain('0 gagal / failed')
})

it('the Dinas opens the month and downloads Form 11: every figure is that of the independent recount', async () => {
  const dinas = await newPc()
  const page = await dinas.open()
  const reports = reportsPage(page)
  await enrolmentPage(page).dinas.click()
  await reports.signIn('dinas', PASSWORD)
  await reports.heading.waitFor()
  await reports.month.selectOption(period)
  await reports.open('Formulir 11 Kesakitan umum', 'Puskesmas Uji').waitFor()
  await dinas.picture('12-dinas-matrix')
  await reports.open('Formulir 11 Kesakitan umum', 'Puskesmas Uji').click()
  await reports.xlsx.waitFor()
  await dinas.picture('13-dinas-form-11')
  const file = await dinas.download(() => reports.xlsx.click())
  expect(file).toMatch(new RegExp(`form-11-${FACILITY}-${period}\\.xlsx$`))

  const documents = documentsOf(await readRawDatabases(hub.databases), FACILITY)
  await expectRecountedFile(file, documents, period)
  expectRecountedTables(documents, period)
  // The high blood pressure that the poli found without a hub is one of the new cases.
  const known = newCases(documentsOf(before, FACILITY), period, 'F4', '70y+/P')
  expect(newCases(documents, period, 'F4', '70y+/P') - known).toBe(1)
})

it('the Dinas’s token opens reports and reference, and nothing else on any database or endpoint', async () => {
  const databases = await readRawDatabases(hub.databases)
  const signedIn = await ask(hub, '/api/sessions', {
    method: 'POST',
    body: { username: 'dinas', password: PASSWORD },
  })
  const authorization = bearer(signedIn.body as { token: string })
  for (const { name, reading, never } of await tryDatabases(hub.url, authorization, databases)) {
    const open = name === 'reference' || name === `reports-${FACILITY}`
    expect(answered(reading)).toEqual(open ? reading.map(({ request }) => request) : [])
    expect(answered(never)).toEqual([])
  }
  expect(answered(await tryEndpoints(hub.url, authorization, period))).toEqual([])

  const told = await readReports(hub.url, authorization, period)
  expect(told.map(({ answer }) => answer.status)).toEqual(told.map(() => 200))
  const text = JSON.stringify(told)
  for (const person of documentsOf(databases, FACILITY).filter(({ type }) => type === 'patient'))
    expect(text).not.toMatch(new RegExp(`${String(person['name'])}|${String(person['_id'])}`, 'i'))
  expect(text).not.toContain(NEW_PATIENT.nik)
})

it('the hub ends when it is told to, and its log names nobody', async () => {
  expect(await hub.end('SIGTERM')).toBe(0)
  expect(hub.said()).toContain('"listening"')
  const people = [NEW_PATIENT.name, NEW_PATIENT.nik, NEW_PATIENT.kk, DRAFTED, ...Object.values(KNOWN_PEOPLE)]
  for (const person of people) expect(hub.said()).not.toContain(person)
})

it('no page threw or complained', () => {
  expect(faults).toEqual([])
})
