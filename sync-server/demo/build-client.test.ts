import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildClient, isClientStale } from './build-client.ts'

let root = ''
const dist = () => join(root, 'dist')

async function put(path: string, minute: number): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true })
  await writeFile(join(root, path), 'x')
  const time = new Date(Date.UTC(2026, 0, 1, 0, minute))
  await utimes(join(root, path), time, time)
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    await utimes(join(root, folder), new Date(0), new Date(0))
  }
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'puskesmas-page-'))
})
afterEach(() => rm(root, { recursive: true }))

describe('the built page', () => {
  it('is stale where there is none', async () => {
    await put('client/app/main.tsx', 1)
    expect(await isClientStale(root, dist())).toBe(true)
  })

  it('is fresh where it is newer than all it is made from', async () => {
    await put('client/app/main.tsx', 1)
    await put('shared/people/age.ts', 2)
    await put('dist/index.html', 3)
    expect(await isClientStale(root, dist())).toBe(false)
  })

  it('is stale where one file deep inside is newer', async () => {
    await put('dist/index.html', 3)
    await put('client/features/visits/page.tsx', 4)
    expect(await isClientStale(root, dist())).toBe(true)
  })

  it('does not grow stale by a test', async () => {
    await put('dist/index.html', 3)
    await put('client/app/main.test.tsx', 4)
    expect(await isClientStale(root, dist())).toBe(false)
  })

  it('[DM10] that does not build says what the builder said', async () => {
    const built = await buildClient(root)
    expect(built.ok).toBe(false)
    if (!built.ok) expect(built.output).toContain('vite')
  })
})
