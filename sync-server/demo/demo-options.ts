import { parseArgs } from 'node:util'
import { CalendarDate, calendarDate } from '../../shared/calendar/calendar-date.ts'
import { EARLIEST_END, LATEST_END } from './demo-calendar.ts'
import { DEMO_SIZES, type DemoSizeName } from './demo-size.ts'
import type { DistrictPlan } from './district.ts'

export type DemoOptions = {
  readonly plan: DistrictPlan
  /** Where given; otherwise those of the server's settings. */
  readonly dataFolder: string | undefined
  readonly port: string | undefined
}

export type OptionsReading =
  | { readonly ok: true; readonly options: DemoOptions }
  | { readonly ok: false; readonly id: string; readonly en: string }

const USUAL = { seed: '1', size: 'full', until: '2026-10-31' } as const

const OPTIONS = {
  seed: { type: 'string', default: USUAL.seed },
  size: { type: 'string', default: USUAL.size },
  until: { type: 'string', default: USUAL.until },
  data: { type: 'string' },
  port: { type: 'string' },
} as const

const KNOWN = Object.keys(OPTIONS)
  .map((name) => `--${name}`)
  .join(' ')

function refused(id: string, en: string): OptionsReading {
  return { ok: false, id, en }
}

function sizeName(text: string): DemoSizeName | undefined {
  return (Object.keys(DEMO_SIZES) as DemoSizeName[]).find((name) => name === text)
}

function isEnd(text: string): boolean {
  return CalendarDate.safeParse(text).success && text >= EARLIEST_END && text <= LATEST_END
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch {
    return undefined
  }
}

/** Reads the words after `npm run demo --`; what is wrong is one sentence in each language. */
export function readDemoOptions(args: readonly string[]): OptionsReading {
  const given = parsed(args)
  if (!given)
    return refused(`Pilihan tidak dikenal; yang ada: ${KNOWN}.`, `Unknown option; there are: ${KNOWN}.`)
  const { data, port } = given
  if (!/^[A-Za-z0-9-]{1,40}$/.test(given.seed)) {
    return refused('--seed harus angka atau kata pendek.', '--seed must be a number or a short word.')
  }
  const size = sizeName(given.size)
  const sizes = Object.keys(DEMO_SIZES)
  if (!size) return refused(`--size harus ${sizes.join(' atau ')}.`, `--size must be ${sizes.join(' or ')}.`)
  if (!isEnd(given.until)) {
    return refused(
      `--until harus tanggal dari ${EARLIEST_END} sampai ${LATEST_END}, misalnya ${USUAL.until}.`,
      `--until must be a day from ${EARLIEST_END} to ${LATEST_END}, such as ${USUAL.until}.`,
    )
  }
  const plan = { seed: given.seed, size, until: calendarDate(given.until) }
  return { ok: true, options: { plan, dataFolder: data, port } }
}
