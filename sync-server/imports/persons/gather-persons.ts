import type { Entry, Note, RowPlace } from '../rows/entry.ts'
import { nameKey } from '../values/names.ts'
import { plainWords } from '../values/cell-text.ts'
import { fillEntry, type DifferingField } from './fill-entry.ts'
import { birthsAgree, mayShareNik, paperKey } from './same-person.ts'

/** One person of the file with everything that their rows say together. */
export type Person = {
  /** What makes the person's id (IM23): the NIK; else old RM, name and birth; else what the row says, and a count. */
  readonly identity: string
  readonly entry: Entry
  /** All rows, the first first. */
  readonly rows: readonly RowPlace[]
}

/** A row's note made while comparing it with others. */
export type PlacedNote = { readonly place: RowPlace; readonly note: Note }

export type Gathered = { readonly persons: readonly Person[]; readonly notes: readonly PlacedNote[] }

type Growing = { first: Entry; entry: Entry; rows: RowPlace[] }

/** A place as a clerk finds it: `Lembar1 baris 12`. */
export function placeText({ sheet, line }: RowPlace): string {
  return sheet === '' ? `baris ${String(line)}` : `${sheet} baris ${String(line)}`
}

function noted(kind: Note['kind'], detail: string, value = ''): Note {
  return { kind, column: '', value, detail }
}

/** Groups rows that are one person, in the order of the file (IM22). */
function grouping() {
  const persons: Growing[] = []
  const notes: PlacedNote[] = []
  const byNik = new Map<string, Growing>()
  const byPaper = new Map<string, Growing[]>()

  function index(person: Growing, row: Entry): void {
    if (person.entry.nik !== null) byNik.set(person.entry.nik, person)
    if (row.oldRm === null) return
    const key = paperKey(row.oldRm, row.name)
    const known = byPaper.get(key) ?? []
    if (!known.includes(person)) byPaper.set(key, [...known, person])
  }

  function withOwnNik(row: Entry): Entry {
    const owner = row.nik === null ? undefined : byNik.get(row.nik)
    if (!owner || mayShareNik(owner.entry, row)) return row
    notes.push({
      place: row.place,
      note: noted('nik-of-another', placeText(owner.first.place), row.nik ?? ''),
    })
    return { ...row, nik: null }
  }

  function sameAs(row: Entry): Growing | undefined {
    const owner = row.nik === null ? undefined : byNik.get(row.nik)
    if (owner) return owner
    const candidates = row.oldRm === null ? [] : (byPaper.get(paperKey(row.oldRm, row.name)) ?? [])
    return candidates.find(
      ({ entry }) => birthsAgree(entry.birth, row.birth) && (entry.nik === null || row.nik === null),
    )
  }

  function merge(person: Growing, row: Entry): void {
    const { entry, differs } = fillEntry(person.entry, row)
    const first = placeText(person.first.place)
    notes.push({ place: row.place, note: noted('merged-with-row', first) })
    for (const field of differs) notes.push({ place: row.place, note: differing(field, row, first) })
    person.entry = entry
    person.rows.push(row.place)
  }

  function add(read: Entry): void {
    const row = withOwnNik(read)
    const known = sameAs(row)
    if (known) merge(known, row)
    const person = known ?? { first: row, entry: row, rows: [row.place] }
    if (!known) persons.push(person)
    index(person, row)
  }

  return { add, persons, notes }
}

function differing(field: DifferingField, row: Entry, first: string): Note {
  const said = field === 'birth' ? row.birth.on : field === 'address' ? row.address.text : (row[field] ?? '')
  return { kind: 'field-differs', column: field, value: said, detail: first }
}

function birthKey({ birth }: Entry): string {
  return birth.precision === 'age' ? 'age' : `${birth.precision} ${birth.on}`
}

function identityOf({ first, entry }: Growing): string {
  if (entry.nik !== null) return `nik|${entry.nik}`
  if (first.oldRm !== null) return `rm|${paperKey(first.oldRm, first.name)}|${birthKey(first)}`
  const { kk, headName, address, sex, name } = first
  const head = headName === null ? '' : nameKey(headName)
  return ['row', nameKey(name), birthKey(first), sex, kk ?? '', head, plainWords(address.text)].join('|')
}

/**
 * The persons of a file. Where rows without NIK and RM number say exactly the same, or one RM number has two births,
 * they stay apart: their identities are counted, and a note says that they may be one.
 */
export function gatherPersons(entries: readonly Entry[]): Gathered {
  const group = grouping()
  for (const entry of entries) group.add(entry)
  const firsts = new Map<string, { count: number; readonly place: RowPlace }>()
  const persons = group.persons.map((person) => {
    const identity = identityOf(person)
    const same = firsts.get(identity)
    if (!same) {
      firsts.set(identity, { count: 1, place: person.first.place })
      return { identity, entry: person.entry, rows: person.rows }
    }
    same.count += 1
    group.notes.push({ place: person.first.place, note: noted('maybe-same', placeText(same.place)) })
    return { identity: `${identity}|#${String(same.count)}`, entry: person.entry, rows: person.rows }
  })
  return { persons, notes: group.notes }
}
