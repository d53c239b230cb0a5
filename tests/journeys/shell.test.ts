import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../shared/access/roles.ts'
import { CLIENT, openJourneyClinic, type JourneyClinic } from './clinic.ts'
import { registrationPage } from './pages/registration-page.ts'
import { searchPage } from './pages/search-page.ts'
import { shellPage } from './pages/shell-page.ts'

let clinic: JourneyClinic
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-'))
  await cp(CLIENT, folder, { recursive: true })
  clinic = await openJourneyClinic({ clientFolder: folder })
})
afterAll(async () => {
  await clinic.close()
  await rm(folder, { recursive: true, force: true })
})

const MENUS: readonly (readonly [Role, readonly string[]])[] = [
  ['loket', ['Cari pasien', 'Antrean', 'Absen']],
  ['clinician', ['Cari pasien', 'Antrean', 'Poli', 'Absen']],
  ['tu', ['Absen']],
  ['head', ['Cari pasien', 'Antrean', 'Absen', 'Laporan']],
  ['reporter', ['Absen', 'Laporan']],
]

it.each(MENUS)('shows a %s the menu of the table of rights: %j', async (role, menu) => {
  const { page, profile } = await clinic.desk(role)
  const words = await shellPage(page).menu.getByRole('link').allTextContents()
  expect(words.map((text) => text.replace(/(F2|Alt\+.)$/, ''))).toEqual(menu)
  await page.goto(`${clinic.hub.url}/patients/new`)
  const mayRegister = role === 'loket' || role === 'clinician'
  const place = mayRegister ? 'Pasien baru' : 'Halaman ini tidak ada.'
  await page.getByRole('heading', { name: place }).waitFor()
  await profile.remove()
})

it('remembers the language on this PC and says so to the browser', async () => {
  const { page } = await clinic.desk('loket')
  await shellPage(page).language('English').click()
  await page.getByRole('link', { name: 'Find patient' }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Find patient' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.keyboard.press('Alt+a')
  await page.getByRole('heading', { name: 'Today’s queue' }).waitFor()
  await shellPage(page).language('Indonesia').click()
  await page.getByRole('heading', { name: 'Antrean hari ini' }).waitFor()
})

it('opens without the hub, from what the browser keeps of the program', async () => {
  const { page } = await clinic.desk('loket')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await clinic.hub.stopHub()
  await page.reload()
  await searchPage(page).box.waitFor()
  await page.keyboard.press('Alt+h')
  await page.getByRole('button', { name: 'Absen datang' }).waitFor()
  await clinic.hub.restartHub()
})

it('never takes a new version over something unfinished', async () => {
  const { page } = await clinic.desk('loket')
  const [form, shell] = [registrationPage(page), shellPage(page)]
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await searchPage(page).box.waitFor()
  await appendFile(join(folder, 'service-worker.js'), '\n// newer\n')
  await page.keyboard.press('Alt+b')
  await form.heading.waitFor()
  await form.name.fill('Wagiyem')
  await form.draft.waitFor()
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })
  await shell.newVersion.waitFor()
  await shell.takeNewVersion.click()
  await page.getByText('Simpan atau buang dulu isian').waitFor()
  expect(await form.name.inputValue()).toBe('Wagiyem')

  await form.sex('P').check()
  await form.birth.fill('70')
  await form.livesIn('kartoharjo')
  await form.saveOnly.click()
  await page.getByRole('heading', { level: 1, name: 'Wagiyem' }).waitFor()
  const reloaded = page.waitForEvent('load')
  await shell.takeNewVersion.click()
  await reloaded
  await page.getByRole('heading', { level: 1, name: 'Wagiyem' }).waitFor()
  await shell.newVersion.waitFor({ state: 'detached' })
})

it('says one sentence in a browser that is too old, and nothing else', async () => {
  const { page } = await clinic.pc()
  await page.evaluate(async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
  })
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'MathMLElement')
  })
  await page.goto(clinic.hub.url)
  await page.getByText('Browser ini terlalu lama.').waitFor()
  expect((await page.locator('body').innerText()).trim()).toBe(
    'Browser ini terlalu lama. Pasang Chrome atau Edge versi 109 atau lebih baru, lalu buka lagi halaman ini.',
  )
})

it('left nothing thrown in any page', () => {
  expect(clinic.faults).toEqual([])
})
