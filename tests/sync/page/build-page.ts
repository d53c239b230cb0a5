import { mkdtemp, readdir, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import project from '../../../vite.config.ts'

const PAGE = 'tests/sync/page/index.html'

/** The project's own way of building the worker; the screens and the service worker are left out. */
function workerPlugins(): Plugin[] {
  const all = (project.plugins ?? []).flat(5) as Plugin[]
  return all.filter(({ name }) => name === 'data-worker' || name === 'leave-out')
}

/** Keeps the page at hand while no hub runs, as the service worker of the real page does. */
function serviceWorker(files: readonly string[]): string {
  return `const files = ${JSON.stringify(files)}
addEventListener('install', (event) => {
  event.waitUntil(caches.open('page').then((cache) => cache.addAll(files)).then(() => skipWaiting()))
})
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url)
  if (files.includes(pathname)) event.respondWith(caches.match(pathname))
})
`
}

/** Builds the bare page into a folder of its own, for a gateway to serve. */
export async function buildBarePage(mode: 'production' | 'sealing' = 'production'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bare-page-'))
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode,
    plugins: workerPlugins(),
    worker: { format: 'es' },
    build: {
      target: 'chrome109',
      outDir: folder,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: PAGE },
    },
  })
  await rename(join(folder, PAGE), join(folder, 'index.html'))
  const scripts = (await readdir(join(folder, 'assets'))).map((name) => `/assets/${name}`)
  await writeFile(join(folder, 'offline.js'), serviceWorker(['/', ...scripts]))
  return folder
}
