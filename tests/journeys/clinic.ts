import { mkdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { Role } from '../../shared/access/roles.ts'
import { publishCodeLists } from '../builders/code-lists.ts'
import { startTestHub, type TestHub, type TestHubOptions } from '../builders/hub.ts'
import { newBrowserProfile, type BrowserProfile } from './browser-profile.ts'
import { enrolmentPage } from './pages/enrolment-page.ts'
import { signInPage } from './pages/sign-in-page.ts'

/** The built program; `npm test` builds it before the journeys. */
export const CLIENT = process.env['CLIENT_FOLDER'] ?? 'dist'
/** Pictures of the journeys, for people to look at. */
export const PICTURES = 'tests/.out'

/** Where the built program is; throws with what to do where it was not built. */
export function builtClient(): string {
  if (!existsSync(`${CLIENT}/index.html`)) {
    throw new Error(`no built program in ${CLIENT}: run npm run build first`)
  }
  return CLIENT
}

export type JourneyDesk = { readonly profile: BrowserProfile; readonly page: Page }

/** A clinic whose hub serves the built program, and PCs with real browsers. */
export type JourneyClinic = {
  readonly hub: TestHub
  /** A new PC with an empty profile. */
  readonly pc: () => Promise<JourneyDesk>
  /** A PC that is enrolled, with somebody of that role signed in and everything loaded. */
  readonly desk: (role: Role) => Promise<JourneyDesk>
  /** What the pages threw; empty when all went well. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

export async function openJourneyClinic(options: TestHubOptions = {}): Promise<JourneyClinic> {
  const clientFolder = builtClient()
  await mkdir(PICTURES, { recursive: true })
  const hub = await startTestHub({ clientFolder, ...options })
  await publishCodeLists(hub)
  const profiles: BrowserProfile[] = []
  const faults: string[] = []

  async function pc(): Promise<JourneyDesk> {
    const profile = await newBrowserProfile(faults)
    profiles.push(profile)
    return { profile, page: await profile.open(hub.url) }
  }

  return {
    hub,
    pc,
    faults,
    async desk(role) {
      const opened = await pc()
      await enrolmentPage(opened.page).enrol(hub.code)
      await signInPage(opened.page).asNewcomer(hub.usernameOf(role), hub.password)
      await signInPage(opened.page).loaded()
      return opened
    },
    async close() {
      await Promise.all(profiles.map((profile) => profile.remove()))
      await hub.stop()
    },
  }
}
