import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { PICTURES } from '../clinic.ts'
import { newBrowserProfile, type BrowserChoice, type BrowserProfile } from '../browser-profile.ts'
import { patientPage } from '../pages/patient-page.ts'
import { searchPage } from '../pages/search-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { visitPage } from '../pages/visit-page.ts'

const FOLDER = `${PICTURES}/story`
/** The longest that a desk waits between two tries of an exchange, and the exchange itself. */
export const NEXT_EXCHANGE = { timeout: 60_000, interval: 100 }

/** A PC of the story: its profile on disk and the page that is open on it, if the PC runs. */
export type StoryDesk = {
  readonly profile: BrowserProfile
  readonly page: () => Page
  /** Starts the browser, at the hub's address, whether the hub runs or not. */
  readonly open: () => Promise<Page>
  /** The power goes. */
  readonly kill: () => Promise<void>
  /** Somebody closes the browser. */
  readonly close: () => Promise<void>
  /** Waits for the file that the browser saves; answers its path, which ends with the name it was given. */
  readonly download: (ask: () => Promise<void>) => Promise<string>
  /** Keeps a picture of the screen in tests/.out/story. */
  readonly picture: (name: string) => Promise<void>
}

const SCREEN = '--window-size=1024,768'
/** What a browser prints when the hub does not answer. */
const NO_HUB = /Failed to load resource|net::ERR_|ERR_CONNECTION/

export async function newStoryDesk(
  url: string,
  faults: string[],
  { executable, switches = [] }: BrowserChoice = {},
): Promise<StoryDesk> {
  await mkdir(FOLDER, { recursive: true })
  const profile = await newBrowserProfile(faults, {
    switches: [SCREEN, ...switches],
    ...(executable ? { executable } : {}),
  })
  let page: Page | undefined
  const current = () => {
    if (!page) throw new Error('the PC is off')
    return page
  }
  return {
    profile,
    page: current,
    async open() {
      page = await profile.open(url)
      page.on('console', (line) => {
        if (line.type() === 'error' && !NO_HUB.test(line.text())) faults.push(line.text())
      })
      return page
    },
    async kill() {
      page = undefined
      await profile.kill()
    },
    async close() {
      page = undefined
      await profile.close()
    },
    async download(ask) {
      const [file] = await Promise.all([current().waitForEvent('download'), ask()])
      const path = join(profile.folder, file.suggestedFilename())
      await file.saveAs(path)
      return path
    },
    async picture(name) {
      await current().screenshot({ path: `${FOLDER}/${name}.png` })
    },
  }
}

/** Whether the page that is open was handed out by the service worker. */
export function cameFromServiceWorker(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return (opened?.workerStart ?? 0) > 0
  })
}

/** The program is in the browser's own keeping and would start without a hub. */
export async function keptForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

/** Waits until the strip says these words. */
export async function stripSays(page: Page, ...words: readonly string[]): Promise<void> {
  const strip = shellPage(page).strip
  for (const each of words) await expect.poll(() => strip.innerText(), NEXT_EXCHANGE).toContain(each)
}

/** From any screen to the person found by these words. */
export async function openPatient(page: Page, words: string, name: string): Promise<void> {
  await page.keyboard.press('F2')
  const search = searchPage(page)
  await search.box.waitFor()
  await search.box.fill(words)
  await search.rows.filter({ hasText: name }).first().waitFor()
  await page.keyboard.press('Enter')
  await patientPage(page).heading(name).waitFor()
}

/** Finds a person and opens a visit at the unit with that letter; answers the queue number. */
export async function openVisit(page: Page, words: string, name: string, unit: string): Promise<string> {
  await openPatient(page, words, name)
  await patientPage(page).openVisit.click()
  return visitPage(page).throughKeys(unit)
}
