import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { diagnosis, patientId, registration, visitId, visitOf } from '../builders/desk-forms.ts'
import { eventually, openClinic, value, type Clinic } from './clinic.ts'
import type { Profile, Tab } from './profile.ts'

const TODAY = calendarDate('2026-10-31')
const NAME = 'Zubaedah Planted'
const NIK = '3577016802900077'
const DRAFTED = 'Qomariyah Planted'

let clinic: Clinic
let desk: { profile: Profile; tab: Tab }

beforeAll(async () => {
  clinic = await openClinic({ mode: 'sealing' })
  desk = await clinic.desk('clinician')
})
afterAll(() => clinic.close())

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Files of the profile that hold the text, as browsers write texts: in one byte a letter, or two. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  const found = []
  for (const file of await filesUnder(folder)) {
    const content = await readFile(file)
    if (forms.some((form) => content.includes(form))) found.push(file.slice(folder.length))
  }
  return found
}

it('a live read looks again whenever a row that it used has changed, though rows are opened in between', async () => {
  const { ask, run } = desk.tab
  const live = () => run((at, id) => at.livePatient(id), patientId(NAME))
  value(await ask('patients.register', registration(NAME, { nik: NIK, noNikReason: null })))
  await eventually(live, (view) => view?.household?.headName === NAME)
  value(await ask('visits.open', visitOf(NAME, TODAY)))
  await eventually(live, (view) => view?.visits.length === 1)
  const recorded = {
    encounter: visitId(NAME, TODAY),
    began: [],
    diagnoses: [diagnosis('A09')],
    draftKey: null,
  }
  value(await ask('conditions.record', recorded))
  await eventually(live, (view) => view?.visits[0]?.conditions[0]?.code === 'A09')
  await eventually(live, (view) => view?.kept === 'confirmed')
})

it('no store of a sealing build shows a name, a NIK, a draft or a sign-in', async () => {
  const { ask } = desk.tab
  value(await ask('drafts.save', { key: 'new-patient', content: { name: DRAFTED } }))
  expect(value(await ask('patients.search', { text: 'subaida', limit: 3 }))).toMatchObject([{ name: NAME }])
  value(await ask('sync.now', {}))
  const session = value(await ask('desk.open', {}))
  expect(session).toMatchObject({ stage: 'signed-in', person: { name: 'Petugas clinician' } })
  await desk.profile.close()

  const { folder } = desk.profile
  for (const text of [NAME, NIK, DRAFTED, 'Petugas clinician', '"s_']) {
    expect([text, await filesWith(folder, text)]).toEqual([text, []])
  }
  expect(await filesWith(folder, patientId(NAME))).not.toEqual([])
})

it('a plain build shows them, so the search above would have found them', async () => {
  const plain = await openClinic()
  try {
    const open = await plain.desk('loket')
    value(await open.tab.ask('patients.register', registration(NAME)))
    await open.profile.close()
    expect(await filesWith(open.profile.folder, NAME)).not.toEqual([])
  } finally {
    await plain.close()
  }
})
