/** How the built application is handed out. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestHub, type TestHub } from '../builders/hub.ts'
import { ask } from './asked.ts'

const PAGE = { headers: { accept: 'text/html,application/xhtml+xml,*/*' } }
let folder: string
let hub: TestHub

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puskesmas-client-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Registri</title>')
  await writeFile(join(folder, 'sw.js'), '// service worker')
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(folder, 'assets', 'desk-B4k3d0Xy.js'), 'export {}\n'.repeat(400))
  hub = await startTestHub({ clientFolder: folder })
})
afterAll(async () => {
  await hub.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('the application', () => {
  it.each([
    ['/', 'no-cache', 'text/html'],
    ['/index.html', 'no-cache', 'text/html'],
    ['/sw.js', 'no-cache', 'application/javascript'],
    ['/icon.svg', 'public, max-age=3600', 'image/svg+xml'],
    ['/assets/desk-B4k3d0Xy.js', 'public, max-age=31536000, immutable', 'application/javascript'],
  ])('hands out %s to be kept as %s', async (path, cache, type) => {
    const { status, headers } = await ask(hub, path)
    expect([status, headers.get('cache-control')]).toEqual([200, cache])
    expect(headers.get('content-type')).toContain(type)
  })

  it.each(['/pasien/01J', '/laporan/2026-10?bentuk=1', '/masuk'])(
    'opens at every screen: %s',
    async (path) => {
      const { status, headers, body } = await ask(hub, path, PAGE)
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache'])
      expect(body).toContain('<title>Registri</title>')
    },
  )

  it.each([
    ['/assets/gone-B4k3d0Xy.js', {}],
    ['/api/nothing', PAGE],
    ['/api', PAGE],
    ['/../package.json', {}],
    ['/%2e%2e/package.json', {}],
    ['/..%2fpackage.json', {}],
  ])('is not what is found at %s', async (path, asked) => {
    const { status, body } = await ask(hub, path, asked)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('<title>')
  })

  it('is compressed', async () => {
    const response = await fetch(`${hub.url}/assets/desk-B4k3d0Xy.js`, {
      headers: { 'accept-encoding': 'br' },
    })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(await response.text()).toContain('export {}')
  })
})

describe('without a build', () => {
  it('the server says how to make one, and the rest works', async () => {
    const empty = await startTestHub({ clientFolder: join(folder, 'nothing') })
    try {
      expect(await ask(empty, '/', PAGE)).toMatchObject({
        status: 503,
        body: { problem: 'client-not-built' },
      })
      expect((await ask(empty, '/api/health')).status).toBe(200)
    } finally {
      await empty.stop()
    }
  })
})
