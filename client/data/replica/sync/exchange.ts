import { dayAt } from '../../../../shared/calendar/instant.ts'
import { yearOf } from '../../../../shared/calendar/calendar-date.ts'
import { systemNow } from '../../../platform/clock.ts'
import type { Desk } from '../desk.ts'
import type { Heads } from '../hub/hub-client.ts'
import { localDatabases } from '../local-databases.ts'
import { troubleOf } from '../hub/hub-trouble.ts'
import { deskDatabases } from './desk-databases.ts'
import { dropParcels } from './drop.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'

/** What an exchange tells while it runs. */
export type ExchangeNews = {
  readonly sending: () => void
  readonly receiving: () => void
  /** A first load has come further. */
  readonly loaded: () => void
}

/** How an exchange ended that reached the hub. */
export type Exchanged = {
  readonly sent: boolean
  readonly received: boolean
  /** The person here, or an author of waiting records, has no valid sign-in at the hub. */
  readonly signInNeeded: boolean
}

/** The first question of every exchange: is a hub there, what time is it, and what has changed. */
async function askHeads(desk: Desk): Promise<Heads | undefined> {
  const [enrolment, district] = [desk.seats.enrolment(), desk.seats.district()]
  const who = enrolment ?? (district?.token ? { token: district.token } : null)
  if (!who) return undefined
  const sent = systemNow()
  const heads = await desk.hub().heads(who)
  desk.clock.measured(heads.time, sent, systemNow())
  await desk.settings.set('clock', desk.clock.anchor())
  return heads
}

/** A hub with another epoch was restored from a backup: it is asked again about all that this desk wrote (rule LG8). */
async function noticeEpoch(desk: Desk, epoch: string): Promise<void> {
  const known = await desk.settings.get('epoch')
  if (known === epoch) return
  await desk.ledger.startOver()
  await desk.parcels.startOver()
  await followAll(desk)
  await desk.settings.set('epoch', epoch)
}

/** What was saved here just before, also by a worker that died before it could enter it in the ledger. */
async function followAll(desk: Desk): Promise<void> {
  for (const database of await localDatabases()) await desk.follow(database)
}

async function sendAll(desk: Desk): Promise<{ readonly sent: boolean; readonly signInNeeded: boolean }> {
  const enrolment = desk.seats.enrolment()
  const now = desk.clock.now
  const dropped = enrolment
    ? await dropParcels({ hub: desk.hub(), parcels: desk.parcels, desk: enrolment, now })
    : 0
  const pushed = await push({
    hub: desk.hub(),
    ledger: desk.ledger,
    now,
    revisions: (database, wanted) => desk.replica(database).revisions(wanted),
    tokenOf: async (username) => (await desk.people.get(username))?.token ?? null,
    tokenRefused: (username, token) => desk.people.forgetToken(username, token),
  })
  return { sent: dropped + pushed.confirmed > 0, signInNeeded: pushed.signInNeeded.length > 0 }
}

type Pulling = {
  readonly token: string
  readonly heads: Heads
  readonly stop: AbortSignal
  readonly news: ExchangeNews
}

async function pullOne(desk: Desk, database: string, { token, heads, stop, news }: Pulling): Promise<void> {
  const replica = desk.replica(database)
  const first = !desk.load.isLoaded(database)
  const total = first ? await desk.hub().documents(token, database) : null
  const before = first ? await replica.documents() : 0
  const onWritten = (written: number) => {
    if (first) {
      desk.load.read(database, before + written, total)
      news.loaded()
    }
    desk.followSoon(database)
  }
  if (first) onWritten(0)
  await pull(replica, { hub: desk.hub(), token, epoch: heads.epoch, stop, onWritten })
  await desk.follow(database)
  const head = heads.heads[database] ?? ''
  await desk.store.pulls.put({ database, epoch: heads.epoch, head, at: desk.clock.now() })
  if (!first) return
  desk.load.read(database, await replica.documents(), total)
  await desk.load.done(database)
  news.loaded()
}

/** `false` where the hub refuses this one database: the person has lost the right to it, not to the others. */
async function pulledOrRefused(desk: Desk, database: string, pulling: Pulling): Promise<boolean> {
  try {
    await pullOne(desk, database, pulling)
    return true
  } catch (error) {
    if (troubleOf(error)?.status !== 403) throw error
    return false
  }
}

async function receiveAll(desk: Desk, heads: Heads, stop: AbortSignal, news: ExchangeNews): Promise<boolean> {
  const person = desk.seats.person()
  if (!person?.token) return false
  const { token } = person
  const year = yearOf(dayAt(desk.clock.now(), 'WIB'))
  const databases = deskDatabases(Object.keys(heads.heads), person.grants, year)
  desk.load.plan(databases)
  news.loaded()
  let [received, allowed] = [false, databases]
  for (const database of databases) {
    const last = await desk.store.pulls.get(database)
    const head = heads.heads[database]
    const same = last?.epoch === heads.epoch && last.head === head && desk.load.isLoaded(database)
    if (same) continue
    news.receiving()
    if (await pulledOrRefused(desk, database, { token, heads, stop, news })) received = true
    else desk.load.plan((allowed = allowed.filter((one) => one !== database)))
  }
  return received
}

async function receive(desk: Desk, heads: Heads, stop: AbortSignal, news: ExchangeNews) {
  const person = desk.seats.person()
  try {
    const received = await receiveAll(desk, heads, stop, news)
    return { received, signInNeeded: person !== null && person.token === null }
  } catch (error) {
    if (troubleOf(error)?.status !== 401 || !person?.token) throw error
    await desk.people.forgetToken(person.username, person.token)
    await desk.seatsChanged()
    return { received: false, signInNeeded: true }
  }
}

/**
 * One exchange with the hub: heads first, then what waits here goes out, then what differs there comes in. Throws
 * `HubTrouble` where the hub cannot be had; what was done by then stays done.
 */
export async function exchange(desk: Desk, stop: AbortSignal, news: ExchangeNews): Promise<Exchanged> {
  await followAll(desk)
  const heads = await askHeads(desk)
  if (!heads || !desk.seats.enrolment()) return { sent: false, received: false, signInNeeded: false }
  await noticeEpoch(desk, heads.epoch)
  news.sending()
  const first = await sendAll(desk)
  const { received, signInNeeded } = await receive(desk, heads, stop, news)
  // A record that met another revision is new in the feed again, and with it this desk's own, long confirmed one.
  const second = received ? await sendAll(desk) : first
  return {
    sent: first.sent,
    received,
    signInNeeded: signInNeeded || first.signInNeeded || second.signInNeeded,
  }
}
