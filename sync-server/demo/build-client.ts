import { spawn } from 'node:child_process'
import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What the page is made from, beside the project's root. */
const SOURCES = ['client', 'shared', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

async function timeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  return found?.mtimeMs ?? 0
}

async function newestIn(path: string): Promise<number> {
  const entries: readonly Dirent[] = await readdir(path, { withFileTypes: true }).catch(() => [])
  const times = await Promise.all(
    entries
      .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => {
        const inside = join(path, entry.name)
        return entry.isDirectory() ? newestIn(inside) : timeOf(inside)
      }),
  )
  return Math.max(await timeOf(path), 0, ...times)
}

/** Whether the built page is missing, or older than anything it is made from. */
export async function isClientStale(root: string, dist: string): Promise<boolean> {
  const built = await timeOf(join(dist, 'index.html'))
  const sources = await Promise.all(SOURCES.map((name) => newestIn(join(root, name))))
  return built === 0 || sources.some((time) => time > built)
}

export type Building = { readonly ok: true } | { readonly ok: false; readonly output: string }

/** Builds the page in a process of its own, whose memory is gone afterwards. */
export function buildClient(root: string): Promise<Building> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const building = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-4000)
  }
  building.stdout.on('data', keep)
  building.stderr.on('data', keep)
  return new Promise((resolve) => {
    building.once('error', (error) => resolve({ ok: false, output: error.message }))
    building.once('exit', (code) => resolve(code === 0 ? { ok: true } : { ok: false, output }))
  })
}
