import { chance } from '../../../platform/clock.ts'
import { leadWhenFree } from '../../../platform/tab-lock.ts'
import type { SyncStatus } from '../../bridge/contract.ts'
import type { Desk } from '../desk.ts'
import { troubleOf } from '../hub/hub-trouble.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import type { Tabs } from '../tabs.ts'
import { backOff } from './back-off.ts'
import { exchange } from './exchange.ts'

/** Saves that follow each other closely go out together. */
const GATHER_MS = 250
/** How long another tab's exchange is waited for. */
const OTHER_TAB_MS = 60_000

type Told = Omit<SyncStatus, 'otherTabSends' | 'waiting' | 'refused'>

export type SyncLoop = {
  readonly start: () => void
  /** Joins a running exchange or starts one; answers with the state after it. */
  readonly now: () => Promise<SyncStatus>
  /** Something waits to be sent: soon, unless the hub is known to be away. */
  readonly nudge: () => void
  readonly status: () => Promise<SyncStatus>
}

type Needs = {
  readonly desk: Desk
  readonly tabs: Tabs
  readonly onStatus: (status: SyncStatus) => void
  readonly onLoaded: () => void
}

export function syncLoop({ desk, tabs, onStatus, onLoaded }: Needs): SyncLoop {
  const pace = backOff(chance)
  const stop = new AbortController()
  const others = new Set<() => void>()
  let leads = false
  let busy = false
  /** Something was saved since the present exchange began. */
  let wanted = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let told: Omit<Told, 'clock'> = { state: 'idle', lastSent: null, lastReceived: null }
  const recalled = desk.settings.get('exchanged').then((kept) => {
    const { lastSent, lastReceived } = told
    if (kept)
      told = {
        ...told,
        lastSent: lastSent ?? kept.lastSent,
        lastReceived: lastReceived ?? kept.lastReceived,
      }
  })

  function clock(): SyncStatus['clock'] {
    return { source: desk.clock.compared() ? 'hub' : 'desk', aheadMs: -desk.clock.anchor().offsetMs }
  }

  async function status(): Promise<SyncStatus> {
    await recalled
    const [counts, parcels, aside] = await Promise.all([
      desk.ledger.counts(),
      desk.parcels.waiting(),
      desk.parcels.refused(),
    ])
    const waiting = counts.waiting + parcels.length
    return { ...told, clock: clock(), waiting, refused: counts.refused + aside.length, otherTabSends: !leads }
  }

  async function show(change: Partial<typeof told>, ended = false): Promise<void> {
    told = { ...told, ...change }
    if (leads) {
      const firstLoad = desk.load.state()
      tabs.tell({
        kind: 'leader',
        ended,
        status: { ...told, clock: clock() },
        firstLoad,
        clock: desk.clock.anchor(),
      })
    }
    onStatus(await status())
  }

  function plan(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), ms)
  }

  async function one(): Promise<number> {
    try {
      const ended = await exchange(desk, stop.signal, {
        sending: () => void show({ state: 'sending' }),
        receiving: () => void show({ state: 'receiving' }),
        loaded: () => {
          onLoaded()
          void show({})
        },
      })
      const at = desk.clock.now()
      await show({
        state: ended.signInNeeded ? 'sign-in-needed' : 'idle',
        ...(ended.sent ? { lastSent: at } : {}),
        ...(ended.received || !told.lastReceived ? { lastReceived: at } : {}),
      })
      const { lastSent, lastReceived } = told
      if (lastSent === at || lastReceived === at)
        await desk.settings.set('exchanged', { lastSent, lastReceived })
      return pace.afterSuccess()
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble?.kind === 'unreachable') desk.nextHub()
      const away = trouble?.kind === 'unreachable' || trouble?.kind === 'not-the-hub'
      await show({ state: away ? 'offline' : 'hub-trouble' })
      if (!trouble) console.error(error)
      return pace.afterFailure()
    }
  }

  function exchangeEnded(): void {
    for (const ended of others) ended()
    others.clear()
  }

  /** What was saved meanwhile goes out soon; not to a hub that is known to be away. */
  function soon(): number | undefined {
    return wanted && pace.failures() === 0 ? GATHER_MS : undefined
  }

  const run = oneAtATime(async () => {
    clearTimeout(timer)
    busy = true
    wanted = false
    const next = await one()
    await show({}, true)
    exchangeEnded()
    busy = false
    plan(soon() ?? next)
  })

  /** The leading tab does it; this one waits for its word, and not for ever. */
  function otherTabRuns(): Promise<void> {
    return new Promise((resolve) => {
      const limit = setTimeout(resolve, OTHER_TAB_MS)
      others.add(() => {
        clearTimeout(limit)
        resolve()
      })
      tabs.tell({ kind: 'sync-wanted' })
    })
  }

  tabs.hear((news) => {
    if (news.kind === 'sync-wanted' && leads) void run()
    if (news.kind === 'followed') nudge()
    if (news.kind !== 'leader' || leads) return
    const { state, lastSent, lastReceived } = news.status
    told = { state, lastSent, lastReceived }
    desk.clock.adopt(news.clock, news.status.clock.source === 'hub')
    desk.load.adopt(news.firstLoad)
    onLoaded()
    void status().then(onStatus)
    if (news.ended) exchangeEnded()
  })

  function nudge(): void {
    void status().then(onStatus)
    wanted = true
    if (leads && !busy && pace.failures() === 0) plan(GATHER_MS)
  }

  return {
    status,
    nudge,
    start() {
      leadWhenFree('sync leader', stop.signal, () => {
        leads = true
        void desk.ledger
          .offerAgain()
          .then(() => desk.parcels.offerAgain())
          .then(run)
      })
    },
    async now() {
      await (leads ? run() : otherTabRuns())
      return status()
    },
  }
}
