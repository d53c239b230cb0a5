/**
 * What a thief finds on the disk: the whole program built with the sealing codec, a day's work in a real browser, and
 * then every byte of the browser's profile searched for the names, numbers and the sign-in. The same search finds all
 * of them after the same work with the plain codec.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashOf } from '../../sync-server/accounts/secrets.ts'
import { aPatient } from '../builders/clinic-documents.ts'
import { PASSWORD } from '../builders/hub.ts'
import { store } from '../builders/stored-clinic.ts'
import { OLD_DESK } from './story/clinic-before.ts'
import { builtClient, openJourneyClinic, type JourneyClinic } from './clinic.ts'
import { enrolmentPage } from './pages/enrolment-page.ts'
import { registrationPage } from './pages/registration-page.ts'
import { searchPage } from './pages/search-page.ts'
import { signInPage } from './pages/sign-in-page.ts'
import { visitPage } from './pages/visit-page.ts'
import { planted, plantedToken, searchProfile } from './story/profile-search.ts'
import { newStoryDesk, openPatient, stripSays, type StoryDesk } from './story/story-desk.ts'

const REGISTERED = { name: 'Mbrukliwa Gnastopel', nik: '3577014203810047', kk: '3577012904120059' }
const DRAFTED = 'Zwentibold Jaxarteswati'
const PULLED = 'Kretambulo Zigwastra'
const LOOKED_UP = 'Pfrundotte'

const PLANTED = [
  planted('registered', 'Gnastopel'),
  planted('nik', REGISTERED.nik.slice(-10)),
  planted('kk', REGISTERED.kk.slice(-10)),
  planted('drafted', 'Jaxarteswati'),
  planted('pulled', 'Zigwastra'),
]
/** What no store has any business with, whatever the codec. */
const NEVER = [planted('looked up', LOOKED_UP), planted('password', PASSWORD)]

const faults: string[] = []
type Day = { readonly clinic: JourneyClinic; readonly desk: StoryDesk }

const made: Day[] = []
let sealingBuild: string

async function buildSealing(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sealing-build-'))
  const words = ['build', '--mode', 'sealing', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(vite, 'exit')) as [number | null]
  if (code !== 0) throw new Error('the sealing build failed')
  return folder
}

/** Enrols and signs in, finds a patient from the hub, registers one, searches, and leaves a form half filled in. */
async function workADay(clientFolder: string): Promise<Day> {
  const clinic = await openJourneyClinic({ clientFolder })
  const desk = await newStoryDesk(clinic.hub.url, faults)
  made.push({ clinic, desk })
  await store(clinic.hub, [{ ...aPatient('kretambulo', { name: PULLED }), device: OLD_DESK }])
  const page = await desk.open()
  await enrolmentPage(page).enrol(clinic.hub.code)
  await signInPage(page).asNewcomer(clinic.hub.usernameOf('loket'), clinic.hub.password)
  await signInPage(page).loaded()
  const [search, form] = [searchPage(page), registrationPage(page)]
  await openPatient(page, 'kretambulo', PULLED)
  await page.keyboard.press('F2')
  await search.type(LOOKED_UP)
  await search.newPatient.waitFor()

  await page.keyboard.press('Alt+b')
  await form.nik.fill(REGISTERED.nik)
  await form.takeFromNik.click()
  await form.name.fill(REGISTERED.name)
  await form.family.fill(REGISTERED.kk)
  await form.familyRows.first().click()
  await form.head.fill(REGISTERED.name)
  await form.livesIn('sukosari')
  await form.save()
  await visitPage(page).throughKeys('u')
  await openPatient(page, 'mbrukliwa', REGISTERED.name)
  await stripSays(page, 'Semua terkirim')

  await page.keyboard.press('Alt+b')
  await form.name.fill(DRAFTED)
  await form.draft.waitFor()
  return { clinic, desk }
}

beforeAll(async () => {
  sealingBuild = await buildSealing()
})
afterAll(async () => {
  await Promise.all(made.map(({ desk }) => desk.profile.remove()))
  await Promise.all(made.map(({ clinic }) => clinic.close()))
  await rm(sealingBuild, { recursive: true, force: true })
})

/** What of all that was planted stands in the profile's files. */
async function findIn({ desk, clinic }: Day) {
  const rows = await clinic.hub
    .registry()
    .couch.allDocs('accounts', { startkey: 'session:', endkey: 'session;' })
  const sessions = new Set(rows.map(({ id }) => id))
  const token = plantedToken((text) => sessions.has(`session:${hashOf(text)}`))
  return searchProfile(desk.profile.folder, [...PLANTED, ...NEVER, token])
}

it('with the plain codec the search finds every planted name and number, and the sign-in', async () => {
  const day = await workADay(builtClient())
  await day.desk.kill()
  const { found } = await findIn(day)
  expect(Object.keys(found).sort()).toEqual([...PLANTED.map(({ what }) => what), 'token'].sort())
})

it('with the sealing codec nothing is found, whether the power goes or the browser is closed', async () => {
  const day = await workADay(sealingBuild)
  await day.desk.picture('sealed-1-draft')
  await day.desk.kill()
  const killed = await findIn(day)
  expect(killed.found).toEqual({})
  expect(killed.bytes).toBeGreaterThan(1_000_000)

  const page = await day.desk.open()
  await searchPage(page).unfinished.getByText(DRAFTED).waitFor()
  await openPatient(page, 'mbrukliwa', REGISTERED.name)
  await day.desk.close()
  expect((await findIn(day)).found).toEqual({})
})

it('no page threw or complained', () => {
  expect(faults).toEqual([])
})
