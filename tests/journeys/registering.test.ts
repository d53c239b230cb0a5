import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openJourneyClinic, type JourneyClinic, type JourneyDesk } from './clinic.ts'
import { patientPage } from './pages/patient-page.ts'
import { registrationPage } from './pages/registration-page.ts'
import { searchPage } from './pages/search-page.ts'
import { shellPage } from './pages/shell-page.ts'
import { visitPage } from './pages/visit-page.ts'

let clinic: JourneyClinic
let desk: JourneyDesk
let page: Page

beforeAll(async () => {
  clinic = await openJourneyClinic()
  desk = await clinic.desk('loket')
  page = desk.page
})
afterAll(() => clinic.close())

/** Counts what the clerk presses: every typed character and every key is one. */
function fingers(on: Page) {
  let pressed = 0
  return {
    count: () => pressed,
    async type(text: string) {
      pressed += text.length
      await on.keyboard.type(text)
    },
    async press(...keys: string[]) {
      for (const key of keys) {
        pressed += 1
        await on.keyboard.press(key)
      }
    },
  }
}

it('registers a new patient with a NIK and a new family, without the mouse, up to the queue number', async () => {
  const [search, form, visit] = [searchPage(page), registrationPage(page), visitPage(page)]
  await expect.poll(() => search.box.evaluate((box) => box === document.activeElement)).toBe(true)
  await search.type('bambang riyadi')
  await search.newPatient.waitFor()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')

  await form.heading.waitFor()
  expect(await form.name.inputValue()).toBe('bambang riyadi')
  await page.keyboard.type('3577 0112 0385 0001')
  await form.takeFromNik.waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await form.sex('L').isChecked()).toBe(true)
  expect(await form.birth.inputValue()).toBe('12-03-1985')
  await expect.poll(() => form.birthHint.innerText()).toBe('12-03-1985, umur 41 tahun')

  await form.family.focus()
  await page.keyboard.type('3577011203100001')
  await form.familyRows.first().waitFor()
  await page.keyboard.press('Enter')
  await form.relation.selectOption('Kepala keluarga')
  await form.livesIn('kartoharjo')
  await form.cover.selectOption('JKN PBI (APBN)')
  await form.poverty.selectOption('Keluarga miskin (desil 1-5)')
  await form.desil.selectOption('3')
  await form.save()

  expect(await visit.throughKeys('u')).toBe('UA001')
  await page.keyboard.press('Enter')
  await expect.poll(() => search.today.innerText()).toContain('Bambang Riyadi')
})

it('proposes the payer from the cover and shows family and poverty with their dates', async () => {
  const [search, patient, visit] = [searchPage(page), patientPage(page), visitPage(page)]
  await search.type('bambang')
  await page.keyboard.press('Enter')
  await patient.heading('Bambang Riyadi').waitFor()
  expect(await patient.identity.innerText()).toContain('3577********0001')
  await patient.showNik.click()
  expect(await patient.identity.innerText()).toContain('3577 0112 0385 0001')
  expect(await patient.family.innerText()).toContain('3577 0112 0310 0001')
  const cover = await patient.cover.innerText()
  expect(cover).toContain('Hari ini: JKN PBI (APBN)')
  expect(cover).toContain('Keluarga miskin')
  expect(cover).toContain('DTSEN, desil 3, sejak 31-10-2026')
  await patient.openVisit.click()
  await visit.payer.waitFor()
  expect(await visit.payer.inputValue()).toBe('JKN_PBI_APBN')
  await visit.alreadyToday.waitFor()
  await page.keyboard.press('Escape')
})

it('adds the next member of the family in five fields', async () => {
  const [patient, form] = [patientPage(page), registrationPage(page)]
  await patient.addMember.click()
  await form.heading.waitFor()
  await form.name.fill('Sri Wahyuni')
  await form.sex('P').check()
  await form.birth.fill('38 th')
  await form.relation.selectOption('Istri / suami')
  await expect.poll(() => form.area.inputValue()).toContain('Kartoharjo')
  await form.saveOnly.click()
  await patient.heading('Sri Wahyuni').waitFor()
  expect(await patient.family.innerText()).toContain('Bambang Riyadi')
  expect(await patient.identity.innerText()).toContain('± 1988')
})

it('takes a returning patient from the empty box to the number in at most 25 keys', async () => {
  const [search, visit] = [searchPage(page), visitPage(page)]
  await page.keyboard.press('F2')
  await search.box.waitFor()
  const keys = fingers(page)
  await keys.type('sri wah')
  await keys.press('Enter')
  await patientPage(page).heading('Sri Wahyuni').waitFor()
  await keys.press('Enter')
  await visit.unit('Poli Umum').waitFor()
  await keys.press('u', 'Enter')
  expect(await visit.number.innerText()).toBe('UA002')
  expect(keys.count()).toBeLessThanOrEqual(25)
  await page.keyboard.press('Enter')
})

it('names every missing field in a summary that takes the focus and leads to each', async () => {
  const form = registrationPage(page)
  await page.keyboard.press('Alt+b')
  await form.heading.waitFor()
  await form.save()
  await form.summary.waitFor()
  expect(await form.summary.evaluate((box) => box === document.activeElement)).toBe(true)
  expect(await form.summary.getByRole('link').allInnerTexts()).toEqual([
    'Isi nama pasien.',
    'Pilih L atau P.',
    'Isi tanggal lahir atau umur.',
    'Pilih desa, kelurahan atau kabupaten dari daftar.',
  ])
  await form.summary.getByRole('link', { name: 'Isi tanggal lahir' }).click()
  expect(await form.birth.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.press('F2')
  await searchPage(page).box.waitFor()
})

it('refuses a NIK that somebody has, names who, and leads there', async () => {
  const [form, patient] = [registrationPage(page), patientPage(page)]
  await page.keyboard.press('Alt+b')
  await form.heading.waitFor()
  await page.keyboard.type('3577011203850001')
  const holder = page.getByRole('link', { name: 'Pakai pasien yang sudah ada' })
  await holder.waitFor()
  await holder.click()
  await form.leave.getByRole('button', { name: 'Tinggalkan' }).click()
  await patient.heading('Bambang Riyadi').waitFor()
  await page.keyboard.press('F2')
  const { unfinished } = searchPage(page)
  await unfinished.getByRole('button', { name: 'Buang' }).click()
  await unfinished.waitFor({ state: 'detached' })
})

it('keeps a half-filled form through a killed browser, says so, and lets it be thrown away', async () => {
  const form = registrationPage(page)
  await page.keyboard.press('Alt+b')
  await form.heading.waitFor()
  await form.name.fill('Sulastri')
  await form.birth.fill('2 2 90')
  await form.draft.waitFor()
  await desk.profile.kill()
  page = await desk.profile.open(clinic.hub.url)
  const reopened = searchPage(page)
  await expect.poll(() => reopened.unfinished.innerText()).toContain('Pendaftaran Sulastri')
  await reopened.unfinished.getByRole('link', { name: 'Lanjutkan' }).click()
  const again = registrationPage(page)
  await again.restored.waitFor()
  expect(await again.name.inputValue()).toBe('Sulastri')
  expect(await again.birth.inputValue()).toBe('2 2 90')
  await page.keyboard.press('Escape')
  await again.leave.getByRole('button', { name: 'Tinggalkan' }).click()
  await reopened.unfinished.getByRole('button', { name: 'Buang' }).click()
  await reopened.unfinished.waitFor({ state: 'detached' })
})

it('cancels a visit with a reason and keeps it on the list', async () => {
  await page.keyboard.press('Alt+a')
  await page.getByRole('button', { name: 'Batalkan UA002' }).click()
  const dialog = shellPage(page).dialog
  await dialog.getByRole('button', { name: 'Batalkan kunjungan' }).click()
  expect(await dialog.innerText()).toContain('Isi alasannya.')
  await page.keyboard.type('Pasien pulang')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect
    .poll(() => page.getByRole('row', { name: /UA002/ }).innerText())
    .toContain('Batal: Pasien pulang')
})

it('left nothing thrown in any page', () => {
  expect(clinic.faults).toEqual([])
})
