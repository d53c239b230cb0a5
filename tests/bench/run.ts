/**
 * `npm run bench [-- NAME…]`: runs the named benchmarks, or all, and prints one JSON line a case: `bench`, `case`,
 * sizes, `cpu` (the slow-down as calibrated), figures with the unit in the name, and `ratio` where the case is paired
 * with a baseline in the same run.
 */
type Bench = { readonly run: (print: (line: object) => void) => Promise<void> }

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  save: () => import('./save.ts'),
  search: () => import('./search.ts'),
  'first-load': () => import('./first-load.ts'),
  month: () => import('./month.ts'),
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`,
  )
  process.exit(1)
}
for (const [name, load] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const bench = await load()
  await bench.run(print)
}
process.exit(0)

export {}
