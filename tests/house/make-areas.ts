/**
 * Makes `shared/codes/areas.json` and `shared/codes/nik-regions.json` from the npm package `idn-area-data`
 * (official Kemendagri codes). It reads and writes files, so it stands here and not in `shared/`, which may not.
 *
 *     npx tsx tests/house/make-areas.ts
 *
 * `make-areas.test.ts` fails when the files differ from what this makes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Kota and Kabupaten Madiun, and the regencies around them: kept down to the desa. */
const REGENCIES_IN_FULL = ['35.77', '35.19', '35.20', '35.21', '35.02']

type Row = { readonly code: string; readonly name: string }

const source = join(dirname(createRequire(import.meta.url).resolve('idn-area-data')), '../data')
const target = fileURLToPath(new URL('../../shared/codes/', import.meta.url))

/** Rows of one of the package's lists. The code stands first and has no comma; the name stands last and may be quoted. */
function rowsOf(list: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(join(source, `${list}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
  const commas = head.split(',').length - 1
  return lines.map((line) => {
    const fields = line.split(',')
    const name = fields.slice(commas).join(',').replace(/^"|"$/g, '').replaceAll('""', '"').trim()
    if (!/^[\d.]+$/.test(fields[0] ?? '') || name === '')
      throw new Error(`${list}.csv has a row of another shape: ${line}`)
    return { code: fields[0] ?? '', name }
  })
}

const keyOf = (code: string) => code.replaceAll('.', '')

/** Provinces and regencies come in capitals: `KABUPATEN ACEH SELATAN` is written `Kabupaten Aceh Selatan`. */
function spelledOut(name: string): string {
  return name.toLowerCase().replace(/\bdki\b|\b\p{L}/gu, (start) => start.toUpperCase())
}

const within = (row: Row) => REGENCIES_IN_FULL.some((regency) => row.code.startsWith(`${regency}.`))

/** One entry a line, so that a change of the list reads as a change of lines. */
const lined = (open: string, entries: readonly string[], close: string) =>
  `${open}\n${entries.map((entry) => `  ${entry}`).join(',\n')}\n${close}\n`

/** The text of each file that this script writes. */
export function areaFiles(): ReadonlyMap<string, string> {
  const large = [...rowsOf('provinces'), ...rowsOf('regencies')].map((row) => ({
    ...row,
    name: spelledOut(row.name),
  }))
  const districts = rowsOf('districts')
  const small = [...districts, ...rowsOf('villages')].filter(within)
  const areas = [...large, ...small]
    .map(({ code, name }) => ({ code: keyOf(code), name }))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  return new Map([
    [
      'areas.json',
      lined(
        '[',
        areas.map((area) => JSON.stringify(area)),
        ']',
      ),
    ],
    [
      'nik-regions.json',
      lined(
        '{',
        districts.map(({ code, name }) => `"${keyOf(code)}": ${JSON.stringify(name)}`),
        '}',
      ),
    ],
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of areaFiles()) writeFileSync(join(target, name), text)
}
