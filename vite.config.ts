import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

/** The oldest browser that must work: the last Chrome and Edge on Windows 7. */
const TARGET = 'chrome109'
const WORKER = 'client/data/replica/worker.ts'

/**
 * `virtual:data-worker` is the address of the data worker, built in the page's own module graph, so that what both
 * need (Dexie, the schemas) is one shared file and not two copies (docs/decisions/component-library.md).
 */
function dataWorker(): Plugin {
  const id = '\0virtual:data-worker'
  let serving = false
  return {
    name: 'data-worker',
    configResolved: (config) => {
      serving = config.command === 'serve'
    },
    resolveId: (source) => (source === 'virtual:data-worker' ? id : undefined),
    load(loaded) {
      if (loaded !== id) return undefined
      if (serving) return `export default '/${WORKER}'`
      const file = this.emitFile({ type: 'chunk', id: WORKER, name: 'data-worker' })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}

/** zod's printing of JSON Schemas, and PouchDB's filters, which also make code of text. Nothing here calls them. */
const LEFT_OUT =
  /node_modules\/(zod\/v4\/core\/(to-json-schema|json-schema-processors)|pouchdb-changes-filter\/lib\/index(-browser)?(\.es)?)\.js$/

/** Replaces parts of libraries that no desk runs by functions that say so: 8 kB of the desk's compressed script. */
function leaveOut(): Plugin {
  const absent = `() => () => { throw new Error('left out of this build (vite.config.ts)') }`
  return {
    name: 'leave-out',
    apply: 'build',
    transform(code, id) {
      if (!LEFT_OUT.test(id)) return undefined
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name ?? '')
      const parts = names.map((name) => `export const ${name} = ${absent}`)
      return { code: [...parts, 'export default () => {}'].join('\n'), map: null }
    },
  }
}

/** The service worker of client/app/service-worker.ts and the manifest; it is registered by the shell. */
function installable() {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'client/app',
    filename: 'service-worker.ts',
    injectRegister: false,
    injectManifest: {
      target: TARGET,
      globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
      globIgnores: ['**/icons/*-512.png'],
    },
    manifest: {
      id: '/',
      name: 'Registrasi Puskesmas',
      short_name: 'Registrasi',
      description: 'Pendaftaran pasien, kunjungan dan laporan bulanan Puskesmas, juga tanpa internet',
      lang: 'id',
      dir: 'ltr',
      display: 'standalone',
      start_url: '/',
      scope: '/',
      background_color: '#f4f6f7',
      theme_color: '#0b4f59',
      icons: [
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  })
}

/**
 * Two files for what many small ones would hold: records, rules and stores that page and worker share, and the words
 * and language of the start. Large files compress better: 3 kB of the desk's script.
 */
const TOGETHER = [
  {
    name: 'records',
    test: /\/shared\/(documents|calendar|access|people|sync|visits|attendance|queue)\/|\/node_modules\/(zod|dexie|ulid)\/|\/client\/data\/(read-model|desk|codec)\/(?!use-)/,
  },
  { name: 'start', test: /\/client\/i18n\/(language|dictionaries|first-messages\.id|translate)\./ },
]

/** The PWA build, and the three groups of tests: without a browser, with a hub, with real browsers. */
export default defineConfig({
  plugins: [react(), dataWorker(), leaveOut(), installable()],
  build: {
    target: TARGET,
    cssTarget: TARGET,
    outDir: 'dist',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: TOGETHER } } },
  },
  worker: { format: 'es' },
  test: {
    reporters: ['default', './tests/plain-summary.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'shared/**/*.test.ts',
            'client/**/*.test.{ts,tsx}',
            'sync-server/**/*.test.ts',
            'tests/{house,recount,imports,districts}/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'hub',
          include: ['tests/contracts/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/{journeys,sync}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
