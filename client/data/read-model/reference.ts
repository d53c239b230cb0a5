import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { CodeList } from '../../../shared/documents/code-list.ts'
import type { Facility } from '../../../shared/documents/facility.ts'
import type { Unit } from '../../../shared/documents/unit.ts'
import type { Codec } from '../codec/codec.ts'
import { openRow, openRows } from './open-rows.ts'
import type { ReadModelStore } from './read-model-store.ts'

async function ofType<Record>(store: ReadModelStore, codec: Codec, type: string): Promise<readonly Record[]> {
  return openRows<Record>(codec, 'reference', await store.reference.where('type').equals(type).toArray())
}

/** A clinic by its registration code; `null` before `reference` has arrived. */
export async function facilityOf(
  store: ReadModelStore,
  codec: Codec,
  code: string,
): Promise<Facility | null> {
  const row = await store.reference.get(`facility:${code}`)
  return row ? openRow<Facility>(codec, 'reference', row) : null
}

/** A clinic's active units in the order of their letters. */
export async function unitsOf(
  store: ReadModelStore,
  codec: Codec,
  facility: string,
): Promise<readonly Unit[]> {
  const units = await ofType<Unit>(store, codec, 'unit')
  const own = units.filter((unit) => unit.facility === facility && unit.active)
  return own.sort((a, b) => (a.letter < b.letter ? -1 : 1))
}

/** The entries of the newest version of a list that has begun by that day; empty where there is none. */
export async function codeListOn(
  store: ReadModelStore,
  codec: Codec,
  list: CodeList['list'],
  day: CalendarDate,
): Promise<readonly unknown[]> {
  const prefix = `code-list:${list}:`
  const rows = await store.reference.where('id').startsWith(prefix).toArray()
  const versions = await openRows<CodeList>(codec, 'reference', rows)
  const begun = versions.filter((one) => one.from <= day)
  return [...begun].sort((a, b) => b.version - a.version)[0]?.entries ?? []
}

function isArea(entry: unknown): entry is { readonly code: string; readonly name: string } {
  return typeof entry === 'object' && entry !== null && 'code' in entry && 'name' in entry
}

/** Names of all areas by code, of the newest list. */
export async function areaNames(store: ReadModelStore, codec: Codec): Promise<ReadonlyMap<string, string>> {
  const entries = await codeListOn(store, codec, 'areas', '9999-12-31' as CalendarDate)
  return new Map(entries.filter(isArea).map((area) => [area.code, area.name]))
}
