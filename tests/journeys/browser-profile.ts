import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { chromium, type Browser, type Page } from 'playwright-core'
import { CHROMIUM_SWITCHES, ensureChromium } from '../chromium.ts'

/** A PC's browser profile on disk; it outlives the browser that runs on it. */
export type BrowserProfile = {
  readonly folder: string
  /** Starts the browser and opens the address in its one tab. */
  readonly open: (url: string) => Promise<Page>
  /** SIGKILL to the whole process group, as when the power goes. */
  readonly kill: () => Promise<void>
  /** The browser ends by itself and writes down what it keeps, as when somebody closes it. */
  readonly close: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** Another browser than the usual one, or further switches. */
export type BrowserChoice = { readonly executable?: string; readonly switches?: readonly string[] }

type Child = ChildProcessByStdio<null, null, Readable>
type Running = { readonly child: Child; readonly browser: Browser }

async function devtoolsAddress(child: Child): Promise<string> {
  let said = ''
  for await (const piece of child.stderr) {
    said += String(piece)
    const found = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1]
    if (found) return found
  }
  throw new Error(`the browser did not start: ${said.slice(-400)}`)
}

async function start(folder: string, { executable, switches = [] }: BrowserChoice): Promise<Running> {
  const own = [`--user-data-dir=${folder}`, '--remote-debugging-port=0']
  const all = [...CHROMIUM_SWITCHES, ...switches, ...own, 'about:blank']
  const child = spawn(executable ?? ensureChromium(), all, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const browser = await chromium.connectOverCDP(await devtoolsAddress(child))
  child.stderr.resume()
  return { child, browser }
}

/** `faults` collects what a page throws or prints as an error; a journey ends with none. */
export async function newBrowserProfile(
  faults: string[],
  choice: BrowserChoice = {},
): Promise<BrowserProfile> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-profile-'))
  let running: Running | undefined

  async function end(stop: (child: Child) => void): Promise<void> {
    if (!running) return
    const { child, browser } = running
    running = undefined
    const gone = once(child, 'exit')
    stop(child)
    await gone
    await browser.close().catch(() => undefined)
  }

  const kill = () => end((child) => process.kill(-(child.pid ?? 0), 'SIGKILL'))

  return {
    folder,
    kill,
    close: () => end((child) => child.kill('SIGTERM')),
    async open(url) {
      running = await start(folder, choice)
      const [context] = running.browser.contexts()
      const page = context?.pages()[0] ?? (await context?.newPage())
      if (!page) throw new Error('the browser has no tab')
      page.setDefaultTimeout(20_000)
      page.on('pageerror', (error) => faults.push(error.message))
      await page.goto(url)
      return page
    },
    async remove() {
      await kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
