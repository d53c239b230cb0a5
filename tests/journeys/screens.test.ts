import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openJourneyClinic, type JourneyClinic } from './clinic.ts'
import { openDoor, type Door } from './door.ts'
import { look } from './look.ts'
import { attendancePage } from './pages/attendance-page.ts'
import { enrolmentPage } from './pages/enrolment-page.ts'
import { patientPage } from './pages/patient-page.ts'
import { poliPage } from './pages/poli-page.ts'
import { registrationPage } from './pages/registration-page.ts'
import { searchPage } from './pages/search-page.ts'
import { shellPage } from './pages/shell-page.ts'
import { signInPage } from './pages/sign-in-page.ts'
import { visitPage } from './pages/visit-page.ts'

/*
 * Every screen in its states (empty, full, loading, offline, error), in four sizes: a picture of each in tests/.out,
 * no scrolling sideways, and nothing that axe finds against WCAG 2.2 AA.
 */

let clinic: JourneyClinic
let door: Door
let page: Page

beforeAll(async () => {
  clinic = await openJourneyClinic()
  door = await openDoor(clinic.hub.url)
  page = (await clinic.pc()).page
  await page.goto(door.url)
})
afterAll(async () => {
  door.open()
  await clinic.close()
  await door.close()
})

it('enrolling: empty, and with a code that nobody knows', async () => {
  const enrolment = enrolmentPage(page)
  await enrolment.heading.waitFor()
  expect(await look(page, 'enrol')).toEqual([])
  await enrolment.enrol('SALAH-0000')
  await enrolment.error.waitFor()
  expect(await look(page, 'enrol-refused')).toEqual([])
  await enrolment.dinas.click()
  await page.getByRole('heading', { name: 'Login Dinas Kesehatan' }).waitFor()
  expect(await look(page, 'dinas-sign-in')).toEqual([])
  await page.goBack()
})

it('signing in: empty, refused, and the first load held half-way and offline', async () => {
  const signIn = signInPage(page)
  await enrolmentPage(page).enrol(clinic.hub.code)
  await signIn.heading.waitFor()
  expect(await look(page, 'sign-in')).toEqual([])
  await signIn.asNewcomer('loket', 'salah')
  await page.getByText('Nama atau kata sandi salah.').waitFor()
  expect(await look(page, 'sign-in-refused')).toEqual([])

  door.hold(/\/db\/registry-/)
  await page.getByLabel('Kata sandi').fill(clinic.hub.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Mengambil data Puskesmas' }).waitFor()
  await page.getByText('selesai').first().waitFor()
  expect(await look(page, 'first-load')).toEqual([])
  door.open()
  await signIn.loaded()
})

it('the first screen: an empty day, nothing found, many found', async () => {
  const search = searchPage(page)
  await search.box.waitFor()
  await search.today.waitFor()
  expect(await look(page, 'home-empty')).toEqual([])
  await search.type('siti')
  await search.newPatient.waitFor()
  expect(await look(page, 'search-nothing')).toEqual([])
})

it('registering: empty, a NIK read, faults, everything filled in, and the question before leaving', async () => {
  const form = registrationPage(page)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await form.heading.waitFor()
  expect(await look(page, 'registration-empty')).toEqual([])
  await form.nik.fill('3577034107850001')
  await form.takeFromNik.waitFor()
  expect(await look(page, 'registration-nik')).toEqual([])
  await form.save()
  await form.summary.waitFor()
  expect(await look(page, 'registration-faults')).toEqual([])
  await form.takeFromNik.click()
  await form.name.fill('Siti Nur Aminah Rahayuningtyas Kusumawardhani')
  await form.family.fill('Suparno')
  await form.familyRows.first().waitFor()
  await page.keyboard.press('Enter')
  await form.area.focus()
  await page.keyboard.type('rejo')
  await form.areaRows.first().waitFor()
  expect(await look(page, 'registration-area')).toEqual([])
  await page.keyboard.press('Enter')
  await form.cover.selectOption('JKN PBI (APBN)')
  await form.poverty.selectOption('Keluarga miskin (desil 1-5)')
  await form.desil.selectOption('2')
  expect(await look(page, 'registration-full')).toEqual([])
  await page.keyboard.press('Escape')
  await form.leave.waitFor()
  expect(await look(page, 'registration-leave')).toEqual([])
  await page.keyboard.press('Escape')
  await form.leave.waitFor({ state: 'detached' })
  await form.save()
})

it('opening a visit: the units, then the number', async () => {
  const visit = visitPage(page)
  await visit.unit('Poli Umum').waitFor()
  expect(await look(page, 'visit')).toEqual([])
  await visit.throughKeys('u')
  expect(await look(page, 'queue-number')).toEqual([])
  await page.keyboard.press('Enter')
})

it('the desk with work on it: home, results, a patient, the queue and a cancellation', async () => {
  const [search, patient] = [searchPage(page), patientPage(page)]
  await search.today.getByText('UA001').waitFor()
  await page.keyboard.press('Alt+b')
  await registrationPage(page).name.fill('Sulastri')
  await registrationPage(page).draft.waitFor()
  await page.keyboard.press('F2')
  await registrationPage(page).leave.getByRole('button', { name: 'Tinggalkan' }).click()
  await search.unfinished.waitFor()
  expect(await look(page, 'home-full')).toEqual([])
  await search.type('siti')
  await search.rows.nth(1).waitFor()
  expect(await look(page, 'search-found')).toEqual([])
  await page.keyboard.press('Enter')
  await patient.heading('Siti Nur Aminah Rahayuningtyas Kusumawardhani').waitFor()
  expect(await look(page, 'patient')).toEqual([])
  await page.keyboard.press('Alt+a')
  await page.getByRole('button', { name: 'Batalkan UA001' }).waitFor()
  expect(await look(page, 'queue')).toEqual([])
  await page.getByRole('button', { name: 'Batalkan UA001' }).click()
  expect(await look(page, 'queue-cancel')).toEqual([])
  await page.keyboard.press('Escape')
})

it('punching, the keys, another language and signing out', async () => {
  const [attendance, shell] = [attendancePage(page), shellPage(page)]
  await page.keyboard.press('Alt+h')
  await attendance.arrive.waitFor()
  expect(await look(page, 'attendance')).toEqual([])
  await attendance.arrive.click()
  await attendance.told.waitFor()
  expect(await look(page, 'attendance-punched')).toEqual([])
  await page.keyboard.press('?')
  await shell.dialog.waitFor()
  expect(await look(page, 'keys')).toEqual([])
  await page.keyboard.press('Escape')
  await shell.language('English').click()
  await page.getByRole('button', { name: 'Punch out' }).waitFor()
  expect(await look(page, 'english')).toEqual([])
  await shell.language('Indonesia').click()
  await page.keyboard.press('F8')
  await shell.dialog.waitFor()
  expect(await look(page, 'sign-out')).toEqual([])
  await page.keyboard.press('Escape')
  await page.goto(`${door.url}/refused`)
  await page.getByText('Tidak ada data yang perlu dicek').waitFor()
  expect(await look(page, 'refused-empty')).toEqual([])
  await page.goto(`${door.url}/nowhere`)
  await page.getByRole('heading', { name: 'Halaman ini tidak ada.' }).waitFor()
  expect(await look(page, 'not-found')).toEqual([])
})

it('without the hub: the strip says what waits, and a person who was never here cannot begin', async () => {
  await page.goto(door.url)
  await searchPage(page).box.waitFor()
  await clinic.hub.stopHub()
  await searchPage(page).type('siti')
  await page.keyboard.press('Enter')
  await patientPage(page).openVisit.waitFor()
  await page.keyboard.press('Enter')
  await visitPage(page).throughKeys('g')
  await shellPage(page).sendNow.click()
  await shellPage(page).strip.getByText('Server tidak terjangkau').waitFor()
  expect(await look(page, 'offline')).toEqual([])
  await page.keyboard.press('F8')
  await shellPage(page).dialog.getByRole('button', { name: 'Keluar' }).click()
  await page.getByRole('heading', { name: 'Siapa yang bekerja' }).waitFor()
  expect(await look(page, 'sign-in-known')).toEqual([])
  await signInPage(page).asNewcomer('clinician', clinic.hub.password)
  await page.getByText('belum pernah login di komputer ini').waitFor()
  expect(await look(page, 'sign-in-never-here')).toEqual([])
  await page.getByRole('button', { name: 'Bukan saya' }).click()
  await signInPage(page).again('Petugas loket', clinic.hub.password)
  await shellPage(page).strip.getByText('menunggu kirim').waitFor()
  await clinic.hub.restartHub()
  await shellPage(page).sendNow.click()
  await shellPage(page).strip.getByText('Semua terkirim').waitFor()
})

it('the poli: nobody waits, somebody waits, an examination with suggestions, faults and diagnoses', async () => {
  const { page: other } = await clinic.desk('clinician')
  const poli = poliPage(other)
  await other.keyboard.press('Alt+p')
  await poli.unit.selectOption('KIA')
  await other.getByText('Belum ada pasien hari ini').waitFor()
  expect(await look(other, 'poli-empty')).toEqual([])
  await poli.unit.selectOption('Poli Umum')
  await poli.waiting.waitFor()
  expect(await look(other, 'poli-waiting')).toEqual([])
  await poli.examine('Siti Nur Aminah').click()
  await poli.field.waitFor()
  await poli.save()
  await other.getByText('Isi paling sedikit satu diagnosis.').waitFor()
  expect(await look(other, 'examine-fault')).toEqual([])
  await poli.field.fill('batuk')
  await poli.rows.nth(1).waitFor()
  expect(await look(other, 'examine-suggestions')).toEqual([])
  await other.keyboard.press('Enter')
  await poli.add('darah tinggi')
  expect(await look(other, 'examine-full')).toEqual([])
  await poli.save()
  await poli.saved.waitFor()
  expect(await look(other, 'poli-served')).toEqual([])
})

it('what the hub refused: counted on the strip, listed with its reason', async () => {
  const form = registrationPage(page)
  door.refuse('not-valid: phone: not a telephone number')
  await page.keyboard.press('F2')
  await searchPage(page).box.waitFor()
  await page.keyboard.press('Alt+b')
  await form.heading.waitFor()
  await form.name.fill('Paimin')
  await form.sex('L').check()
  await form.birth.fill('1960')
  await form.livesIn('kartoharjo')
  await form.saveOnly.click()
  await shellPage(page).refused.waitFor()
  await shellPage(page).refused.click()
  await page.getByRole('cell', { name: 'Isinya tidak sah' }).waitFor()
  expect(await look(page, 'refused')).toEqual([])
  door.open()
})

it('left nothing thrown in any page', () => {
  expect(clinic.faults).toEqual([])
})
