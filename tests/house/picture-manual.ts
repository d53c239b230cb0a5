/**
 * `npm run pictures`: makes the pictures of docs/manual anew, from the small demo district in a real browser. Looked at
 * by people; no test compares them.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { CLIENT } from '../journeys/clinic.ts'
import { attendancePage } from '../journeys/pages/attendance-page.ts'
import { closeDayPage } from '../journeys/pages/close-day-page.ts'
import { patientPage } from '../journeys/pages/patient-page.ts'
import { poliPage } from '../journeys/pages/poli-page.ts'
import { registrationPage } from '../journeys/pages/registration-page.ts'
import { reportsPage } from '../journeys/pages/reports-page.ts'
import { searchPage } from '../journeys/pages/search-page.ts'
import { shellPage } from '../journeys/pages/shell-page.ts'
import { visitPage } from '../journeys/pages/visit-page.ts'
import { openPictureClinic, type PictureClinic } from './pictures/picture-clinic.ts'
import { smallPng } from './pictures/small-png.ts'

const FOLDER = 'docs/manual/pictures'
/** What a picture may weigh: the repository carries every version of it. */
const LARGEST_BYTES = 120_000

/** Made-up people of the demo who come this morning, as the clerk types them, and the unit's letter. */
const MORNING_VISITS = [
  ['tarmi', 'Tarmi', 'u'],
  ['taslim', 'Taslim', 'u'],
  ['umi nurj', 'Umi Nurjanah', 'g'],
  ['inez', 'Inez Hermawati', 'i'],
  ['marsono', 'H. Marsono Didik Mustofa', 'u'],
] as const

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  const png = smallPng(new Uint8Array(await page.screenshot({ caret: 'initial', animations: 'disabled' })))
  const path = `${FOLDER}/${name}.png`
  if (png.length > LARGEST_BYTES) throw new Error(`${path} would weigh ${String(png.length)} bytes`)
  await writeFile(path, png)
  process.stdout.write(`${path} ${String(png.length)}\n`)
}

async function stripSays(page: Page, words: string): Promise<void> {
  // The same words are spoken by a status that nobody sees, after the visible ones.
  await shellPage(page).strip.getByText(words).first().waitFor({ timeout: 90_000 })
}

async function toPatient(page: Page, words: string, name: string): Promise<void> {
  const search = searchPage(page)
  await page.keyboard.press('F2')
  await search.box.fill(words)
  await search.rows.filter({ hasText: name }).first().click()
  await patientPage(page).heading(name).waitFor()
}

async function openVisits(page: Page): Promise<void> {
  for (const [words, name, letter] of MORNING_VISITS) {
    await toPatient(page, words, name)
    await patientPage(page).openVisit.click()
    await visitPage(page).throughKeys(letter)
  }
}

async function pictureSearch(page: Page): Promise<void> {
  await page.keyboard.press('F2')
  await searchPage(page).box.fill('muhamad')
  await searchPage(page).rows.nth(2).waitFor()
  await picture(page, 'search')
}

async function pictureRegistration(page: Page): Promise<void> {
  const form = registrationPage(page)
  await page.keyboard.press('Alt+b')
  await form.nik.fill('3577024107850003')
  await form.takeFromNik.click()
  await form.name.fill('Sri Wahyuni')
  await form.family.fill('3577021203100077')
  await form.familyRows.first().click()
  await form.head.fill('Bambang Riyadi')
  await form.relation.selectOption('Istri / suami')
  await form.livesIn('kartoharjo')
  await form.cover.selectOption('JKN PBI (APBN)')
  await form.poverty.selectOption('Keluarga miskin (desil 1-5)')
  await form.desil.selectOption('2')
  await page.evaluate(() => {
    window.scrollTo(0, 0)
  })
  await picture(page, 'register')
  await form.save()
  await visitPage(page).throughKeys('u')
  await picture(page, 'visit-number')
}

async function pictureLoket(page: Page): Promise<void> {
  await page.keyboard.press('Alt+h')
  await attendancePage(page).arrive.click()
  await attendancePage(page).told.waitFor()
  await picture(page, 'attendance')
  await openVisits(page)
  await pictureRegistration(page)
  await toPatient(page, 'herlina', 'Herlina Wulandari')
  await stripSays(page, 'Semua terkirim')
  await picture(page, 'patient')
}

async function picturePoli(page: Page): Promise<void> {
  const poli = poliPage(page)
  await page.keyboard.press('Alt+p')
  await poli.unit.selectOption('Umum (BP)')
  await poli.examine('Tarmi').click()
  await poli.add('darah tinggi')
  await poli.field.fill('batuk')
  await poli.rows.nth(1).waitFor()
  await picture(page, 'examine')
  await page.keyboard.press('Enter')
  await poli.save()
  await poli.saved.waitFor()
}

async function pictureQueue(page: Page): Promise<void> {
  await page.keyboard.press('Alt+a')
  await page.getByRole('row', { name: /Tarmi.*Sudah diperiksa/ }).waitFor({ timeout: 90_000 })
  await stripSays(page, 'Semua terkirim')
  await picture(page, 'queue')
}

async function pictureOffline(page: Page, clinic: PictureClinic): Promise<void> {
  await clinic.stopHub()
  await toPatient(page, 'waginah', 'Waginah')
  await patientPage(page).openVisit.click()
  await visitPage(page).throughKeys('u')
  await toPatient(page, 'reza', 'Reza Musthofa')
  await patientPage(page).openVisit.click()
  await visitPage(page).throughKeys('i')
  await shellPage(page).sendNow.click()
  await stripSays(page, 'Server tidak terjangkau')
  await pictureSearch(page)
  await page.keyboard.press('Alt+a')
  await page.getByText('Menunggu kirim').first().waitFor()
  await picture(page, 'strip-offline')
  await page.keyboard.press('Alt+u')
  await closeDayPage(page).rows.first().waitFor()
  await picture(page, 'close-day')
}

async function pictureDinas(page: Page): Promise<void> {
  const reports = reportsPage(page)
  await reports.heading.waitFor()
  await reports.month.selectOption('2026-10')
  await reports.open('Formulir 11 Kesakitan umum', 'Puskesmas Kenanga').waitFor()
  await picture(page, 'matrix')
  await reports.open('Formulir 11 Kesakitan umum', 'Puskesmas Kenanga').click()
  await reports.xlsx.waitFor()
  await picture(page, 'form-11')
}

async function pictureHead(page: Page): Promise<void> {
  await page.keyboard.press('Alt+l')
  await page.getByRole('link', { name: 'Formulir 11 Kesakitan umum' }).click()
  await page.getByRole('heading', { name: 'Asal angka' }).evaluate((heading) => {
    heading.scrollIntoView()
  })
  await page.getByRole('heading', { name: 'Daftar di balik angka' }).waitFor()
  await picture(page, 'report-lists')
}

await mkdir(FOLDER, { recursive: true })
const clinic = await openPictureClinic(CLIENT)
try {
  const loket = await clinic.desk('loket')
  await pictureLoket(loket)
  await picturePoli(await clinic.desk('clinician'))
  await pictureQueue(loket)
  await pictureDinas(await clinic.dinas())
  await pictureHead(await clinic.desk('head'))
  await pictureOffline(loket, clinic)
} finally {
  await clinic.close()
}
