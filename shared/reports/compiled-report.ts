import type { SettingKey } from '../documents/setting.ts'
import type { Labelled, MonthInput } from './month-input.ts'
import type { CompiledReport, Figure, FormId, ReportContent, ReportLists } from './report-content.ts'
import { settingsUsed } from './settings-in-force.ts'
import type { Tabulation } from './tabulate.ts'

export type CountedTable = {
  readonly id: string
  readonly rows: readonly Labelled[] | null
  readonly counted: Tabulation
}

type Parts = {
  readonly form: FormId
  readonly definition: number
  readonly mapping?: ReportContent['mapping']
  readonly settings: readonly SettingKey[]
  readonly tables: readonly CountedTable[]
  readonly figures?: readonly Figure[]
  readonly baru?: number
  readonly differing?: number
  readonly lists?: Partial<Omit<ReportLists, 'tables'>>
}

function sortedReasons<Value>(lists: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(lists).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function inStableOrder({ facts }: Tabulation): Tabulation['facts'] {
  return { ...facts, excluded: sortedReasons(facts.excluded), tray: sortedReasons(facts.tray) }
}

/** Puts a report's content and lists together from its tables. */
export function compiledReport(input: MonthInput, parts: Parts): CompiledReport {
  const { disputed = [], withoutHistory = [], overrides = [], people = [] } = parts.lists ?? {}
  return {
    content: {
      form: parts.form,
      period: input.period,
      facility: input.facility.code,
      definition: parts.definition,
      mapping: parts.mapping ?? null,
      settings: settingsUsed(input.reference.settings, parts.settings, input.period),
      provisional: input.provisional,
      tables: parts.tables.map(({ id, rows, counted }) => ({
        id,
        rows,
        cells: counted.cells,
        proof: counted.proof,
      })),
      figures: parts.figures ?? [],
      flags: { baru: parts.baru ?? 0, withoutHistory: withoutHistory.length },
      disputed: disputed.length,
      overrides: { made: overrides.length, differing: parts.differing ?? 0 },
    },
    lists: {
      tables: Object.fromEntries(parts.tables.map(({ id, counted }) => [id, inStableOrder(counted)])),
      disputed,
      withoutHistory,
      overrides,
      people,
    },
  }
}
