import { mkdtemp, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import project from '../../../vite.config.ts'

const PAGE = 'tests/sync/page/index.html'

/** The project's own way of building the worker; the screens and the service worker are left out. */
function workerPlugin(): Plugin[] {
  const all = (project.plugins ?? []).flat(5) as Plugin[]
  return all.filter((plugin) => plugin.name === 'data-worker')
}

/** Builds the bare page into a folder of its own, for a gateway to serve. */
export async function buildBarePage(mode: 'production' | 'sealing' = 'production'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bare-page-'))
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode,
    plugins: workerPlugin(),
    worker: { format: 'es' },
    build: {
      target: 'chrome109',
      outDir: folder,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: PAGE },
    },
  })
  await rename(join(folder, PAGE), join(folder, 'index.html'))
  return folder
}
