import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstMessages } from './first-messages.id.ts'
import { reportMessages } from './report-messages.id.ts'
import { workMessages } from './work-messages.id.ts'

const FIRST = Object.keys(firstMessages)
const WORK = [...FIRST, ...Object.keys(workMessages)]
const REPORTS = [...FIRST, ...Object.keys(reportMessages)]

/** Folders that start with the program; all others come with their words (`withWords` in client/app/routes.ts). */
const AT_START = ['app', 'ui', 'features/setup', 'features/sign-in', 'features/first-load', 'features/search']

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /(?<!\.test)\.tsx?$/.test(path) ? [path] : []
  })
}

/** Keys that a file says by name, and the beginnings of those it puts together, which end with a star. */
function keysSaid(path: string): readonly string[] {
  const said = readFileSync(path, 'utf8').matchAll(/\bt\(\s*['`]([\w.-]+)(\$?)/g)
  return [...said].map(([, key = '', more]) => (more ? `${key}*` : key))
}

function unsaid(path: string, known: readonly string[]): readonly string[] {
  return keysSaid(path)
    .filter(
      (key) => !known.some((each) => (key.endsWith('*') ? each.startsWith(key.slice(0, -1)) : each === key)),
    )
    .map((key) => `${path}: ${key}`)
}

describe('the words of a screen', () => {
  it('are there when the program starts, for what starts with it', () => {
    const files = [
      ...AT_START.flatMap((folder) => sources(`client/${folder}`)),
      'client/features/sync-status/sync-strip.tsx',
      'client/features/sync-status/strip-content.ts',
    ]
    expect(files.flatMap(keysSaid).length).toBeGreaterThan(80)
    expect(files.flatMap((path) => unsaid(path, FIRST))).toEqual([])
  })

  it('come with the report screens', () => {
    expect(sources('client/features/reports').flatMap((path) => unsaid(path, REPORTS))).toEqual([])
  })

  it('come with the other screens', () => {
    const others = readdirSync('client/features').filter(
      (name) => name !== 'reports' && !AT_START.includes(`features/${name}`),
    )
    expect(
      others.flatMap((name) => sources(`client/features/${name}`)).flatMap((path) => unsaid(path, WORK)),
    ).toEqual([])
  })
})
