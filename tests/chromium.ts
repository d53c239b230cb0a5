import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

const HOW_TO = `No Chromium was found, and it could not be installed here.
Install it by one of these and run the tests again:
  Debian or Ubuntu:  sudo apt-get update && sudo apt-get install -y chromium
  anywhere:          npx playwright-core install chromium
  or set CHROMIUM to the path of a Chromium or Chrome executable.`

/** The browser that journeys drive: CHROMIUM, then the system's, then Playwright's own; `undefined` where none is. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  if (named) return existsSync(named) ? named : undefined
  const own = chromium.executablePath()
  return [...SYSTEM_PATHS, own].find((path) => existsSync(path))
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function install(): void {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-liberation'], options)
}

/** The browser's path, installed first where root may do so on Debian; throws with what to do where it cannot be had. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  if (!process.env['CHROMIUM'] && canInstall()) install()
  const installed = findChromium()
  if (!installed) throw new Error(HOW_TO)
  return installed
}

/** Switches for a quiet headless browser that asks nobody outside this machine. */
export const CHROMIUM_SWITCHES = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

if (process.argv[1]?.endsWith('tests/chromium.ts')) {
  try {
    const path = ensureChromium()
    process.stdout.write(
      `${execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim()} (${path})\n`,
    )
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
