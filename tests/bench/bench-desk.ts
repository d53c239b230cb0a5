import { readdirSync, readFileSync } from 'node:fs'
import { openClinic, type Clinic } from '../sync/clinic.ts'
import type { Profile, Tab } from '../sync/profile.ts'
import type { AnyDocument } from '../builders/clinic-documents.ts'
import { slowDown } from './duty-cycle.ts'
import { rounded } from './figures.ts'

const PAGE = 1000

/** A desk in a real browser that a benchmark can slow down. */
export type BenchDesk = {
  readonly clinic: Clinic
  readonly profile: Profile
  readonly tab: Tab
  /** Runs at full speed and with the browser about so many times slower; `cpu` is what the calibration loop says. */
  readonly atSpeeds: (times: readonly number[], run: (cpu: number) => Promise<void>) => Promise<void>
  /** Memory of the browser's largest renderer, in MB. */
  readonly rendererMb: () => number
  readonly close: () => Promise<void>
}

function residentMb(pid: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

function isRendererOf(pid: string, group: number): boolean {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const inGroup = Number(after.split(' ')[2]) === group
    return inGroup && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')
  } catch {
    return false
  }
}

function rendererMb(group: number): number {
  const renderers = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isRendererOf(pid, group))
  return Math.round(Math.max(0, ...renderers.map(residentMb)))
}

/** Fills the desk's read model with people, page by page as the projector would, and starts the page again. */
async function fill(
  profile: Profile,
  tab: Tab,
  url: string,
  documents: readonly AnyDocument[],
): Promise<Tab> {
  for (let start = 0; start < documents.length; start += PAGE) {
    const input = { page: start / PAGE, docs: documents.slice(start, start + PAGE) }
    await tab.run((desk, { page, docs }) => desk.fill(page, docs as never), input)
  }
  await tab.page.close()
  return profile.tab(url)
}

/** A signed-in desk that holds these people. */
export async function openBenchDesk(documents: readonly AnyDocument[]): Promise<BenchDesk> {
  const clinic = await openClinic()
  const { profile, tab: empty } = await clinic.desk('loket')
  const tab = documents.length > 0 ? await fill(profile, empty, clinic.hub.url, documents) : empty
  const calibrate = () => tab.run((desk) => desk.calibrate(), null)
  return {
    clinic,
    profile,
    tab,
    rendererMb: () => rendererMb(profile.group()),
    async atSpeeds(times, run) {
      const full = await calibrate()
      for (const slower of times) {
        if (slower === 1) {
          await run(1)
          continue
        }
        const slowed = slowDown(profile.group(), slower)
        try {
          await run(rounded((await calibrate()) / full))
        } finally {
          await slowed.release()
        }
      }
    },
    close: () => clinic.close(),
  }
}
