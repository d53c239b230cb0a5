import { z } from 'zod'
import { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { Couch } from '../couch/couch.ts'
import type { DistrictPlan } from './district.ts'
import { DEMO_SIZES, type DemoSizeName } from './demo-size.ts'

const ACCOUNTS = 'accounts'
const ID = 'demo:district'
const SIZE_NAMES = Object.keys(DEMO_SIZES) as [DemoSizeName, ...DemoSizeName[]]

/** Stands in `accounts`: which district the hub holds, and whether it was made to its end. */
const Marker = z.object({
  seed: z.string(),
  size: z.enum(SIZE_NAMES),
  until: CalendarDate,
  finished: z.boolean(),
  documents: z.number(),
})

/** What a hub holds before the demo does anything. `strange`: data that no demo made, which it must not touch. */
export type FoundData =
  | { readonly state: 'empty' }
  | { readonly state: 'strange' }
  | { readonly state: 'half-made'; readonly plan: DistrictPlan }
  | { readonly state: 'finished'; readonly plan: DistrictPlan; readonly documents: number }

/** Databases that the server itself makes at every start, so that they prove nothing while they are empty. */
const OWN_DATABASES = new Set([ACCOUNTS, 'reference'])

async function holdsAnything(couch: Couch, names: readonly string[]): Promise<boolean> {
  if (names.some((name) => !OWN_DATABASES.has(name) && !name.startsWith('_'))) return true
  if (!names.includes('reference')) return false
  const rows = await couch.allDocs('reference', { limit: 5 })
  return rows.some((row) => !row.id.startsWith('_design/'))
}

/** Looks at the hub without changing it. */
export async function foundData(couch: Couch): Promise<FoundData> {
  const names = await couch.databaseNames()
  const stored = names.includes(ACCOUNTS) ? await couch.get(ACCOUNTS, ID) : undefined
  if (stored) {
    const { seed, size, until, finished, documents } = Marker.parse(stored)
    const plan = { seed, size, until }
    return finished ? { state: 'finished', plan, documents } : { state: 'half-made', plan }
  }
  return (await holdsAnything(couch, names)) ? { state: 'strange' } : { state: 'empty' }
}

/** Says that this district is being made, or that it is finished with so many documents. */
export async function mark(
  couch: Couch,
  plan: DistrictPlan,
  done: { finished: boolean; documents: number },
): Promise<void> {
  await couch.createDatabase(ACCOUNTS)
  const before = await couch.get(ACCOUNTS, ID)
  const revision = before ? { _rev: before._rev } : {}
  const { seed, size, until } = plan
  const [result] = await couch.bulkWrite(ACCOUNTS, [
    { _id: ID, ...revision, type: 'demo', seed, size, until, ...done },
  ])
  if (!result?.ok) throw new Error('the marker of the demo district was not written')
}

/** Takes a half-made district away, every database of it; only ever called where the marker says `half-made`. */
export async function clearHalfMade(couch: Couch): Promise<void> {
  const names = (await couch.databaseNames()).filter((name) => !name.startsWith('_'))
  // The marker goes last: stopped in between, the rest is still known to be half-made.
  for (const name of names.filter((one) => one !== ACCOUNTS)) await couch.deleteDatabase(name)
  await couch.deleteDatabase(ACCOUNTS)
}
