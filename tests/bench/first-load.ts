import { rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { chanceOf } from '../../sync-server/demo/chance.ts'
import { madeClinicYear, type DocumentsByDatabase } from '../../sync-server/demo/clinic-year.ts'
import { CLINICS } from '../../sync-server/demo/clinics.ts'
import { periodUntil } from '../../sync-server/demo/demo-calendar.ts'
import { identityNumbers } from '../../sync-server/demo/identity-numbers.ts'
import { FACILITY, startTestHub, type TestHub } from '../builders/hub.ts'
import { value } from '../sync/clinic.ts'
import { openLine, type Line } from '../sync/fault-line.ts'
import { buildBarePage } from '../sync/page/build-page.ts'
import { newProfile } from '../sync/profile.ts'
import { rounded } from './figures.ts'

type Print = (line: object) => void

/** A part of the clinic that the budget names (40,000 patients, 60,000 visits); 1 is all of it. */
const SCALE = Number(process.env['FIRST_LOAD_SCALE'] ?? '1')
const FAMILIES = 11_500
const VISITS = 60_000
const BATCH = 1000

function clinicDocuments(): DocumentsByDatabase {
  const [demo] = CLINICS
  if (!demo) throw new Error('no clinic')
  const chance = chanceOf('bench first load')
  const clinic = { ...demo, code: FACILITY, people: 1, visits: 1 }
  const size = {
    families: FAMILIES * SCALE,
    visitsInYear: VISITS * SCALE,
    otherStaff: 4,
    attendanceMonths: 1,
  }
  const period = periodUntil(calendarDate('2026-10-31'))
  const made = madeClinicYear({
    clinic,
    isFirst: true,
    period,
    size,
    numbers: identityNumbers(chance),
    chance,
  })
  return made.documents
}

async function fill(hub: TestHub, documents: DocumentsByDatabase): Promise<number> {
  const { couch } = hub.registry()
  let written = 0
  for (const [database, docs] of documents) {
    for (let start = 0; start < docs.length; start += BATCH) {
      const answers = await couch.bulkWrite(database, docs.slice(start, start + BATCH))
      written += answers.filter((answer) => answer.ok).length
    }
  }
  return written
}

/** This desk's own first load: until patients can be registered, and until everything is in. */
async function ownLoad(hub: TestHub, line: Line) {
  const profile = await newProfile()
  try {
    const tab = await profile.open(line.url)
    value(await tab.ask('desk.enrol', { code: hub.code }))
    await tab.run(async (desk) => {
      desk.watchFirstLoad()
      return Promise.resolve()
    }, null)
    const before = line.bytes()
    value(await tab.ask('person.sign-in', { username: 'clinician', password: hub.password }))
    await tab.page.waitForFunction(
      () => (globalThis as unknown as { desk: { told: { ready?: { all?: number } } } }).desk.told.ready?.all,
      null,
      { timeout: 1_800_000 },
    )
    const ready = await tab.run((desk) => Promise.resolve(desk.told.ready), null)
    return {
      registry: ready?.registry ?? ready?.all ?? 0,
      all: ready?.all ?? 0,
      bytes: line.bytes() - before,
    }
  } finally {
    await profile.remove()
  }
}

/** The same databases pulled by PouchDB alone, one after the other, into empty stores. */
async function plainLoad(hub: TestHub, line: Line) {
  const profile = await newProfile()
  try {
    const tab = await profile.open(line.url)
    const session = await hub.signIn('clinician', await hub.enrol())
    const order = ['reference', 'roster', 'registry', 'visits', 'clinical']
    const databases = order.flatMap((kind) => session.databases.filter((name) => name.startsWith(kind)))
    const before = line.bytes()
    const pull = ([names, token]: readonly [readonly string[], string]) => ({ names, token })
    const times = await tab.run(
      (desk, { names, token }) => desk.plainPull(names, token),
      pull([databases, session.token]),
    )
    const until = times.findIndex(([name]) => name.startsWith('registry'))
    const sum = (all: readonly (readonly [string, number])[]) =>
      all.reduce((total, [, time]) => total + time, 0)
    return { registry: sum(times.slice(0, until + 1)), all: sum(times), bytes: line.bytes() - before }
  } finally {
    await profile.remove()
  }
}

/** The first load of a real clinic against PouchDB alone, through the same compressed gateway in the same run. */
export async function run(print: Print): Promise<void> {
  const folder = await buildBarePage()
  const hub = await startTestHub({ clientFolder: folder })
  const line = await openLine(hub.url)
  try {
    const documents = await fill(hub, clinicDocuments())
    const plain = await plainLoad(hub, line)
    const own = await ownLoad(hub, line)
    const common = { bench: 'first-load', documents, cpu: 1, load: rounded(loadavg()[0] ?? 0) }
    const timed = (name: string, ours: number, theirs: number) => ({
      ...common,
      case: name,
      s: rounded(ours / 1000),
      plain_s: rounded(theirs / 1000),
      ratio: rounded(ours / theirs, 2),
    })
    print(timed('ready to register', own.registry, plain.registry))
    print(timed('everything in place', own.all, plain.all))
    const ratio = rounded(own.bytes / plain.bytes, 2)
    print({ ...common, case: 'bytes of both directions', bytes: own.bytes, plain_bytes: plain.bytes, ratio })
  } finally {
    await line.close()
    await hub.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
