import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { Ask } from '../../client/data/bridge/contract.ts'
import { CHROMIUM_SWITCHES, ensureChromium } from '../chromium.ts'
import type { BarePage } from './page/page.ts'

/** A tab of a desk's browser with the bare page in it. */
export type Tab = {
  readonly page: Page
  readonly ask: Ask
  /** Runs in the page with the desk's handle; `input` is plain data. */
  readonly run: <Input, Output>(
    run: (desk: BarePage, input: Input) => Promise<Output>,
    input: Input,
  ) => Promise<Output>
}

/** A browser profile on disk, which outlives the browser. */
export type Profile = {
  readonly folder: string
  /** Starts the browser on the profile; the first tab opens the address. */
  readonly open: (url: string) => Promise<Tab>
  readonly tab: (url: string) => Promise<Tab>
  /** SIGKILL to the whole process group, as when the power goes. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
  /** The browser's process group, for stopping and continuing it. */
  readonly group: () => number
  readonly remove: () => Promise<void>
}

type BrowserProcess = ChildProcessByStdio<null, null, Readable>
type Running = { readonly process: BrowserProcess; readonly browser: Browser }

async function devtoolsAddress(child: BrowserProcess): Promise<string> {
  let said = ''
  for await (const piece of child.stderr) {
    said += String(piece)
    const found = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1]
    if (found) return found
  }
  throw new Error(`the browser did not start: ${said.slice(-400)}`)
}

async function start(folder: string): Promise<Running> {
  const switches = [...CHROMIUM_SWITCHES, `--user-data-dir=${folder}`, '--remote-debugging-port=0']
  const child = spawn(ensureChromium(), [...switches, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const browser = await chromium.connectOverCDP(await devtoolsAddress(child))
  child.stderr.resume()
  return { process: child, browser }
}

async function tabOn(page: Page, url: string): Promise<Tab> {
  page.on('pageerror', (error) => console.error(`page: ${error.message}`))
  await page.goto(url)
  await page.waitForFunction(() => 'desk' in globalThis)
  const ask: Ask = (name, input) =>
    page.evaluate(
      ({ name: asked, input: given }) => {
        const { desk } = globalThis as unknown as { desk: BarePage }
        return desk.ask(asked, given)
      },
      { name, input },
    )
  const run: Tab['run'] = async (work, input) => {
    const handle = await page.evaluateHandle(() => (globalThis as unknown as { desk: BarePage }).desk)
    return handle.evaluate(work as never, input) as never
  }
  return { page, ask, run }
}

export async function newProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-profile-'))
  let running: Running | undefined

  function current(): Running {
    if (!running) throw new Error('the browser is not running')
    return running
  }

  async function ended(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!running) return
    const { process: child, browser } = running
    running = undefined
    const gone = once(child, 'exit')
    process.kill(-(child.pid ?? 0), signal)
    await gone
    await browser.close().catch(() => undefined)
  }

  async function tab(url: string): Promise<Tab> {
    const [context] = current().browser.contexts()
    if (!context) throw new Error('the browser has no context')
    const [blank] = context.pages().filter((page) => page.url() === 'about:blank')
    return tabOn(blank ?? (await context.newPage()), url)
  }

  return {
    folder,
    tab,
    async open(url) {
      running = await start(folder)
      return tab(url)
    },
    kill: () => ended('SIGKILL'),
    close: () => ended('SIGTERM'),
    group: () => current().process.pid ?? 0,
    async remove() {
      await ended('SIGKILL')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
