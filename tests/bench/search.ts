import type { SearchHit } from '../../client/data/bridge/contract.ts'
import { openBenchDesk, type BenchDesk } from './bench-desk.ts'
import { clinicPeople } from './clinic-people.ts'
import { rounded, timesOf } from './figures.ts'
import { recordedQueries, type RecordedQuery } from './recorded-queries.ts'

const PEOPLE = 50_000
const EACH_KIND = 12
const ROWS = 10

type Print = (line: object) => void
type Answer = { readonly ok: true; readonly value: readonly SearchHit[] }

/** Types one query key by key; answers how long each key took and whether somebody of that name was found in the end. */
async function search(desk: BenchDesk, { keys, wanted }: RecordedQuery) {
  const inputs = keys.map((text) => ({ text, limit: ROWS }))
  const { times, answers } = await desk.tab.run((at, all) => at.timed('patients.search', all), inputs)
  const last = answers.at(-1) as Answer
  return { times, found: last.value.some((hit) => hit.name === wanted.name) }
}

/** From the question to the answer, channel included, for every key of recorded queries. */
export async function run(print: Print): Promise<void> {
  const { documents, people } = clinicPeople(PEOPLE)
  const desk = await openBenchDesk(documents)
  try {
    const [start] = (
      await desk.tab.run((at) => at.timed('patients.search', [{ text: 'siti', limit: 1 }]), null)
    ).times
    print({
      bench: 'search',
      case: 'first answer after start',
      people: PEOPLE,
      cpu: 1,
      ms: rounded(start ?? 0),
    })
    const queries = recordedQueries(people, EACH_KIND)
    await desk.atSpeeds([1, 6], async (cpu) => {
      const all: number[] = []
      for (const kind of new Set(queries.map((query) => query.kind))) {
        const own = queries.filter((query) => query.kind === kind)
        const results = []
        for (const query of own) results.push(await search(desk, query))
        const times = results.flatMap((result) => result.times)
        all.push(...times)
        const found = rounded(results.filter((result) => result.found).length / own.length, 2)
        print({ bench: 'search', case: kind, people: PEOPLE, cpu, ...timesOf(times), found_share: found })
      }
      print({
        bench: 'search',
        case: 'every key',
        people: PEOPLE,
        cpu,
        ...timesOf(all),
        rss_mb: desk.rendererMb(),
      })
    })
  } finally {
    await desk.close()
  }
}
