import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

/** For each fence between folders: files that break it, and nothing else. */
const PLANTED_IMPORTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycles': {
    'shared/people/one.ts': "import { two } from './two.ts'\nexport const one = (): number => two() + 1\n",
    'shared/people/two.ts': "import { one } from './one.ts'\nexport const two = (): number => one() + 1\n",
  },
  'shared-is-pure': {
    'shared/people/file.ts': "import { readFileSync } from 'node:fs'\nexport const f = readFileSync\n",
  },
  'client-not-server': {
    'client/data/leak.ts': "import { s } from '../../sync-server/own.ts'\nexport const l = s\n",
    'sync-server/own.ts': 'export const s = 1\n',
  },
  'server-not-client': {
    'sync-server/leak.ts': "import { c } from '../client/own.ts'\nexport const l = c\n",
    'client/own.ts': 'export const c = 1\n',
  },
  'nobody-imports-tests': {
    'sync-server/leak.ts': "import { b } from '../tests/builder.ts'\nexport const l = b\n",
    'tests/builder.ts': 'export const b = 1\n',
  },
  'features-are-islands': {
    'client/features/visits/a.ts': "import { b } from '../coverage/b.ts'\nexport const a = b\n",
    'client/features/coverage/b.ts': 'export const b = 1\n',
  },
  'features-not-app': {
    'client/features/visits/a.ts': "import { b } from '../../app/b.ts'\nexport const a = b\n",
    'client/app/b.ts': 'export const b = 1\n',
  },
  'data-not-screens': {
    'client/data/a.ts': "import { b } from '../ui/b.ts'\nexport const a = b\n",
    'client/ui/b.ts': 'export const b = 1\n',
  },
  'ui-knows-no-domain': {
    'client/ui/a.ts': "import { b } from '../../shared/visits/b.ts'\nexport const a = b\n",
    'shared/visits/b.ts': 'export const b = 1\n',
  },
  'replica-behind-bridge': {
    'client/features/visits/a.ts': "import { b } from '../../data/replica/b.ts'\nexport const a = b\n",
    'client/data/replica/b.ts': 'export const b = 1\n',
  },
  'pouchdb-only-in-replica': {
    'client/features/visits/a.ts': "import P from 'pouchdb-core'\nexport const a = P\n",
  },
  'dexie-only-in-read-model-and-desk': { 'client/ui/a.ts': "import D from 'dexie'\nexport const a = D\n" },
  'nano-only-in-couch': { 'sync-server/routes/a.ts': "import n from 'nano'\nexport const a = n\n" },
  'pouchdb-server-only-in-embedded': {
    'sync-server/routes/a.ts': "import P from 'pouchdb-core'\nexport const a = P\n",
  },
}

/** What the linter must report, by the words of its message. */
const PLANTED_LINT = [
  [
    'shared/people/a.ts',
    'export const now = (): Date => new Date()\n',
    'takes the day or the moment as an argument',
  ],
  [
    'shared/people/a.ts',
    'export const now = (): number => Date.now()\n',
    'takes the day or the moment as an argument',
  ],
  ['shared/people/a.ts', 'export const luck = (): number => Math.random()\n', 'Chance is handed in'],
  [
    'shared/people/a.test.ts',
    "import { it } from 'vitest'\nit.skip('x', () => undefined)\n",
    'No test on main is switched off',
  ],
  ['shared/people/a.ts', 'export const a = (b: any): unknown => b\n', 'Unexpected any'],
] as const

/** What the compiler must refuse in shared/. */
const PLANTED_TYPES = [
  "export const f = fetch('/x')\n",
  'export const f = window\n',
  'export const f = process.env\n',
  'export const f = setTimeout\n',
  "console.log('x')\nexport {}\n",
  'export const f = crypto\n',
  "import { readFileSync } from 'node:fs'\nexport const f = readFileSync\n",
  'export const f = indexedDB\n',
] as const

let work: string

function plant(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(work, name)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const file of [
    'node_modules',
    'tsconfig.base.json',
    '.dependency-cruiser.cjs',
    'package.json',
    'eslint.config.js',
  ]) {
    symlinkSync(join(ROOT, file), join(folder, file))
  }
  return folder
}

function run(folder: string, tool: string, args: readonly string[]): string {
  const done = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return `${done.stdout}${done.stderr}`
}

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'fences-'))
})
afterAll(() => {
  rmSync(work, { recursive: true, force: true })
})

describe('fences between folders', () => {
  it('have one planted violation each', async () => {
    const config = (await import(join(ROOT, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: readonly { name: string }[] }
    }
    expect(Object.keys(PLANTED_IMPORTS).sort()).toEqual(
      config.default.forbidden.map((rule) => rule.name).sort(),
    )
  })

  it.each(Object.entries(PLANTED_IMPORTS))('report %s', (rule, files) => {
    const folder = plant(rule, files)
    const tops = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]
    expect(run(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', tops)).toContain(rule)
  })
})

describe('fences inside files', () => {
  it.each(PLANTED_LINT.map((row, index) => [index, ...row] as const))(
    'lint %i: %s',
    (index, path, text, words) => {
      const folder = plant(`lint-${String(index)}`, { [path]: text })
      for (const program of ['shared', 'client', 'worker', 'server', 'tests']) {
        const own = {
          extends: './tsconfig.base.json',
          compilerOptions: { types: ['node'] },
          include: ['shared'],
        }
        const rest = { extends: './tsconfig.base.json', files: [] }
        writeFileSync(
          join(folder, `tsconfig.${program}.json`),
          JSON.stringify(program === 'tests' ? own : rest),
        )
      }
      rmSync(join(folder, 'eslint.config.js'))
      writeFileSync(
        join(folder, 'eslint.config.js'),
        `import config from ${JSON.stringify(join(ROOT, 'eslint.config.js'))}
export default config.map((part) => part.languageOptions?.parserOptions?.tsconfigRootDir
  ? { ...part, languageOptions: { ...part.languageOptions, parserOptions: { ...part.languageOptions.parserOptions, tsconfigRootDir: import.meta.dirname } } }
  : part)\n`,
      )
      expect(run(folder, 'eslint/bin/eslint.js', [path])).toContain(words)
    },
  )

  it('keep the world out of shared', () => {
    const files = Object.fromEntries(
      PLANTED_TYPES.map((text, index) => [`shared/leak${String(index)}.ts`, text]),
    )
    const folder = plant('types', files)
    symlinkSync(join(ROOT, 'tsconfig.shared.json'), join(folder, 'tsconfig.shared.json'))
    const said = run(folder, 'typescript/bin/tsc', ['-p', 'tsconfig.shared.json', '--pretty', 'false'])
    for (const path of Object.keys(files)) expect(said).toContain(`${path}(`)
  })
})
