/** The lowest browser that must work, Chromium 109: the last on Windows 7, which clinics still have. */
import sparticuz from '@sparticuz/chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourneyClinic, type JourneyClinic } from './clinic.ts'
import { enrolmentPage } from './pages/enrolment-page.ts'
import { patientPage } from './pages/patient-page.ts'
import { registrationPage } from './pages/registration-page.ts'
import { searchPage } from './pages/search-page.ts'
import { signInPage } from './pages/sign-in-page.ts'
import { visitPage } from './pages/visit-page.ts'
import { fillInNewPatient, NEW_PATIENT } from './story/new-patient.ts'
import {
  cameFromServiceWorker,
  keptForOffline,
  newStoryDesk,
  openPatient,
  stripSays,
  type StoryDesk,
} from './story/story-desk.ts'

const DRAFTED = 'Wulandari Setyaningsih'
const faults: string[] = []
let clinic: JourneyClinic
let desk: StoryDesk

beforeAll(async () => {
  clinic = await openJourneyClinic()
  const executable = await sparticuz.executablePath()
  desk = await newStoryDesk(clinic.hub.url, faults, { executable, switches: ['--no-zygote'] })
})
afterAll(async () => {
  await desk.profile.remove()
  await clinic.close()
})

it('opens, enrols, signs in and loads', async () => {
  const page = await desk.open()
  expect(await page.evaluate(() => navigator.userAgent)).toContain('Chrome/109.')
  await enrolmentPage(page).enrol(clinic.hub.code)
  await signInPage(page).asNewcomer(clinic.hub.usernameOf('loket'), clinic.hub.password)
  await signInPage(page).loaded()
  await keptForOffline(page)
})

it('registers a patient and gives a number, and the power goes', async () => {
  const page = desk.page()
  await page.keyboard.press('Alt+b')
  await registrationPage(page).name.fill(DRAFTED)
  await registrationPage(page).draft.waitFor()
  await page.keyboard.press('F2')
  await registrationPage(page).leave.getByRole('button', { name: 'Tinggalkan' }).click()
  await clinic.hub.stopHub()
  await fillInNewPatient(page)
  await desk.picture('oldest-1-new-patient')
  await registrationPage(page).save()
  expect(await visitPage(page).throughKeys('u')).toBe('UA001')
  await desk.kill()
})

it('starts again without a hub and has everything', async () => {
  const page = await desk.open()
  expect(await cameFromServiceWorker(page)).toBe(true)
  await stripSays(page, 'Tersimpan di komputer ini', '5 menunggu kirim')
  await searchPage(page).unfinished.getByText(`Pendaftaran ${DRAFTED}`).waitFor()
  await searchPage(page).today.getByText('UA001').waitFor()
  await desk.picture('oldest-2-again')
  await openPatient(page, 'zulaikha', NEW_PATIENT.name)
  expect(await patientPage(page).family.innerText()).toContain('3577 0112 0310 0077')
})

it('sends it all when the hub is back', async () => {
  await clinic.hub.restartHub()
  await stripSays(desk.page(), 'Semua terkirim')
  expect(faults).toEqual([])
})
