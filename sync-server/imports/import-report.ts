import type { FieldFault } from '../../shared/documents/define-document.ts'
import type { ImportPlan } from './hub/plan-import.ts'
import type { Gathered, PlacedNote } from './persons/gather-persons.ts'
import type { Note, RegisterRow, RowPlace } from './rows/entry.ts'
import type { Register, SheetReport } from './rows/read-register.ts'
import { REJECT_REASONS } from './reasons.ts'

/** Why a row was left out, in the clerk's words, with the column it is about. */
export type Reason = { readonly column: string; readonly reason: string }

/** What became of a row; every row of the file is exactly one of the three (IM27). */
export type RowResult = {
  readonly place: RowPlace
  readonly written: ReadonlyMap<string, string>
  readonly status: 'imported' | 'merged' | 'rejected'
  /** Where it is merged: with an earlier row, or with a patient whom the hub had. */
  readonly mergedWith?: 'row' | 'hub'
  readonly reasons: readonly Reason[]
  readonly notes: readonly Note[]
}

export type ImportReport = {
  readonly rows: readonly RowResult[]
  readonly headings: Register['headings']
  readonly sheets: readonly SheetReport[]
  readonly blankLines: number
  readonly otherLines: number
  /** Documents written, by type. */
  readonly written: ReadonlyMap<string, number>
}

type Fate = Pick<RowResult, 'status'> & {
  readonly mergedWith?: 'row' | 'hub'
  readonly faults?: readonly FieldFault[]
}

function placeKey({ sheet, line }: RowPlace): string {
  return `${sheet}\n${String(line)}`
}

function fates(gathered: Gathered, plan: ImportPlan): ReadonlyMap<string, Fate> {
  const byPlace = new Map<string, Fate>()
  for (const person of gathered.persons) {
    const outcome = plan.outcomes.get(person)
    for (const [index, place] of person.rows.entries()) {
      const again: Fate = { status: 'merged', mergedWith: 'row' }
      const first: Fate =
        outcome?.kind === 'at-hub' ? { status: 'merged', mergedWith: 'hub' } : { status: 'imported' }
      const fate: Fate = index === 0 ? first : again
      byPlace.set(
        placeKey(place),
        outcome?.kind === 'not-valid' ? { status: 'rejected', faults: outcome.faults } : fate,
      )
    }
  }
  return byPlace
}

function notesByPlace(notes: readonly PlacedNote[]): ReadonlyMap<string, readonly Note[]> {
  const byPlace = new Map<string, Note[]>()
  for (const { place, note } of notes)
    byPlace.set(placeKey(place), [...(byPlace.get(placeKey(place)) ?? []), note])
  return byPlace
}

function rejection(row: RegisterRow, fate: Fate | undefined): readonly Reason[] {
  if (row.outcome.kind === 'rejected') {
    return row.outcome.faults.map(({ kind, column }) => ({ column, reason: REJECT_REASONS[kind] }))
  }
  return (fate?.faults ?? []).map(({ field }) => ({ column: field, reason: REJECT_REASONS['not-valid'] }))
}

/** What became of every row of a register under a plan. */
export function reportOf(
  register: Register,
  gathered: Gathered,
  plan: ImportPlan,
  written: ReadonlyMap<string, number>,
): ImportReport {
  const fateOf = fates(gathered, plan)
  const noted = notesByPlace([...gathered.notes, ...plan.notes])
  const rows = register.rows.map((row): RowResult => {
    const key = placeKey(row.place)
    const fate = fateOf.get(key)
    const status = fate?.status ?? 'rejected'
    const own = row.outcome.kind === 'entry' ? row.outcome.notes : []
    return {
      place: row.place,
      written: row.written,
      status,
      ...(fate?.mergedWith === undefined ? {} : { mergedWith: fate.mergedWith }),
      reasons: status === 'rejected' ? rejection(row, fate) : [],
      notes: status === 'rejected' ? [] : [...own, ...(noted.get(key) ?? [])],
    }
  })
  const { headings, sheets, blankLines, otherLines } = register
  return { rows, headings, sheets, blankLines, otherLines, written }
}
