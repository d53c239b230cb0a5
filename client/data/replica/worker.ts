import { newWriterTag } from '../../platform/ids.ts'
import type { CommandTable } from '../bridge/channel.ts'
import { serveCommands, type PageLink } from '../bridge/worker-side.ts'
import { codecFor, keyOfBuild } from '../codec/codec-of-build.ts'
import { refuse, storageProblem } from './answers.ts'
import { attendanceCommands } from './commands/attendance.ts'
import { conditionCommands } from './commands/conditions.ts'
import { deskCommands } from './commands/desk.ts'
import { draftCommands } from './commands/drafts.ts'
import { hubCommands } from './commands/hub.ts'
import { patientCommands } from './commands/patients.ts'
import { searchCommands } from './commands/search.ts'
import { syncCommands } from './commands/sync.ts'
import { visitStateCommands } from './commands/visit-states.ts'
import { visitCommands } from './commands/visits.ts'
import type { Desk } from './desk.ts'
import { makePouchWritesDurable } from './durability.ts'
import { openDesk } from './open-desk.ts'
import { saverOf } from './saver.ts'
import { syncLoop, type SyncLoop } from './sync/sync-loop.ts'
import { tabsOver } from './tabs.ts'

/** The data worker of one tab: opens the desk, answers the page's commands, and leads the exchange if no other tab does. */
declare const self: DedicatedWorkerGlobalScope

function commandsOf(desk: Desk, loop: SyncLoop): CommandTable {
  const tag = newWriterTag()
  const writer = () => `${desk.seats.enrolment()?.device ?? 'desk'}.${tag}`
  const saver = saverOf(desk, writer)
  return {
    ...deskCommands(desk),
    ...searchCommands(desk),
    ...patientCommands(desk, saver),
    ...visitCommands(desk, saver),
    ...visitStateCommands(desk, saver),
    ...conditionCommands(desk, saver),
    ...attendanceCommands(desk, writer),
    ...draftCommands(desk),
    ...syncCommands(desk, loop),
    ...hubCommands(desk),
  }
}

/** A store that fails is an answer with a name; only faults of ours are thrown at the page. */
function withStorageProblems(commands: CommandTable): CommandTable {
  const guarded = Object.entries(commands).map(([name, run]) => {
    const answer = run as (input: unknown) => Promise<unknown>
    const guard = async (input: unknown) => {
      try {
        return await answer(input)
      } catch (error) {
        const problem = storageProblem(error)
        if (!problem) throw error
        return refuse(problem)
      }
    }
    return [name, guard]
  })
  return Object.fromEntries(guarded) as CommandTable
}

async function start(page: PageLink): Promise<{ key: CryptoKey | null; commands: CommandTable }> {
  makePouchWritesDurable()
  const key = await keyOfBuild()
  const tabs = tabsOver(new BroadcastChannel('desk'))
  const tellState = () => page.tell('desk.state', desk.seats.state(desk.load.state()))
  const desk = await openDesk(codecFor(key), self.location.origin, {
    followed(databases) {
      page.tell('read-model.changed', { databases })
      tabs.tell({ kind: 'followed', databases })
    },
    seats() {
      tellState()
      tabs.tell({ kind: 'seats' })
    },
    wantSync: () => loop.nudge(),
  })
  const onStatus = (status: Awaited<ReturnType<SyncLoop['status']>>) => page.tell('sync.status', status)
  const loop = syncLoop({ desk, tabs, onStatus, onLoaded: tellState })

  tabs.hear((news) => {
    if (news.kind === 'followed') {
      if (news.databases.includes('reference')) desk.facts.forget()
      if (news.databases.some((name) => name.startsWith('registry-'))) void desk.search.refresh()
      page.tell('read-model.changed', { databases: news.databases })
    }
    if (news.kind === 'seats') void desk.reloadSeats().then(tellState)
  })
  loop.start()
  tellState()
  onStatus(await loop.status())
  return { key, commands: withStorageProblems(commandsOf(desk, loop)) }
}

serveCommands(self, start)
