/** Where a fact goes, and why (rule TB1). */
export type Placement =
  | {
      readonly row: string
      readonly cell: string
      /** Counted once for each such key; later facts are folded. */ readonly once?: string
    }
  | { readonly folded: string }
  | { readonly excluded: string }
  | { readonly tray: string }

export type FactsByReason = Readonly<Record<string, readonly string[]>>
export type FactsByCell = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** Every fact read, by where it went; ids in the order in which they were read. */
export type PlacedFacts = {
  /** By row, then cell. */
  readonly counted: FactsByCell
  /** Fact, and the counted fact that it is folded into. */
  readonly folded: readonly (readonly [fact: string, into: string])[]
  readonly excluded: FactsByReason
  readonly tray: FactsByReason
}

/** How many facts were read and where they went. Read = counted + folded + excluded + tray. */
export type Proof = {
  readonly read: number
  readonly counted: number
  readonly folded: number
  readonly excluded: Readonly<Record<string, number>>
  readonly tray: Readonly<Record<string, number>>
}

/** By row, then cell; cells without facts are left out. */
export type Cells = Readonly<Record<string, Readonly<Record<string, number>>>>

export type Tabulation = { readonly cells: Cells; readonly proof: Proof; readonly facts: PlacedFacts }

function pushed(lists: Record<string, string[]>, key: string, id: string): void {
  const list = lists[key]
  if (list) list.push(id)
  else lists[key] = [id]
}

function lengths(lists: FactsByReason): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(lists).map(([key, ids]) => [key, ids.length]))
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

/**
 * Folds facts into cells, tray and proof. It knows nothing of any form: `place` is the form's. Facts come in the
 * order that decides which of two equal ones is counted and which is folded.
 */
export function tabulate<Fact>(
  facts: Iterable<Fact>,
  idOf: (fact: Fact) => string,
  place: (fact: Fact) => Placement,
): Tabulation {
  const counted: Record<string, Record<string, string[]>> = {}
  const folded: [string, string][] = []
  const excluded: Record<string, string[]> = {}
  const tray: Record<string, string[]> = {}
  const first = new Map<string, string>()
  let read = 0
  for (const fact of facts) {
    read += 1
    const id = idOf(fact)
    const placement = place(fact)
    if ('tray' in placement) pushed(tray, placement.tray, id)
    else if ('excluded' in placement) pushed(excluded, placement.excluded, id)
    else if ('folded' in placement) folded.push([id, placement.folded])
    else {
      const into = placement.once === undefined ? undefined : first.get(placement.once)
      if (into !== undefined) folded.push([id, into])
      else {
        if (placement.once !== undefined) first.set(placement.once, id)
        pushed((counted[placement.row] ??= {}), placement.cell, id)
      }
    }
  }
  const cells = Object.fromEntries(Object.entries(counted).map(([row, lists]) => [row, lengths(lists)]))
  const proof = {
    read,
    counted: Object.values(cells).reduce((total, row) => total + sum(row), 0),
    folded: folded.length,
    excluded: lengths(excluded),
    tray: lengths(tray),
  }
  return { cells, proof, facts: { counted, folded, excluded, tray } }
}

/** Whether every fact read is accounted for. */
export function isProved(proof: Proof): boolean {
  return proof.read === proof.counted + proof.folded + sum(proof.excluded) + sum(proof.tray)
}

/** The figure over some rows and cells (rule TB2). */
export function figureOf(cells: Cells, rows: readonly string[], columns: readonly string[]): number {
  return rows.reduce(
    (total, row) => total + columns.reduce((inRow, column) => inRow + (cells[row]?.[column] ?? 0), 0),
    0,
  )
}

/** The facts behind a figure, in the order of their cells (rule TB2). */
export function factsBehind(
  facts: FactsByCell,
  rows: readonly string[],
  columns: readonly string[],
): readonly string[] {
  return rows.flatMap((row) => columns.flatMap((column) => facts[row]?.[column] ?? []))
}
