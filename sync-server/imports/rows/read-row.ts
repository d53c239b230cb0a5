import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Sex } from '../../../shared/documents/patient.ts'
import { HEAD, readRelation, type ReadRelation } from '../../../shared/households/relations.ts'
import { nikWarnings, type Nik } from '../../../shared/people/nik.ts'
import type { Field } from '../columns/header-names.ts'
import type { ReadIllnessesOf } from '../values/illnesses.ts'
import { readName, type ReadName } from '../values/names.ts'
import { readPhone } from '../values/phones.ts'
import { readSex } from '../values/sexes.ts'
import type { Entry, RowOutcome, RowPlace } from './entry.ts'
import { readBirth } from './read-birth.ts'
import { readHistory } from './read-history.ts'
import { isHeadName, readIdentity } from './read-identity.ts'
import { readPlace, type Surroundings } from './read-place.ts'
import type { RowReader } from './row-reader.ts'

/** What reading rows needs besides the file. */
export type Knowledge = Surroundings & {
  /** The day from which ages are counted and after which nothing lies; given, never the clock's. */
  readonly on: CalendarDate
  readonly readIllnesses: ReadIllnessesOf
  readonly knowsRegion: (region: string) => boolean
}

const LONGEST_NAME = 120

function readPersonName(row: RowReader): ReadName | undefined {
  const written = row.said('name')
  const read = written === undefined ? undefined : readName(written)
  if (!read || !/\p{L}/u.test(read.name)) row.fault('name-missing', 'name')
  else if (read.name.length > LONGEST_NAME) row.fault('name-too-long', 'name')
  else return read
  return undefined
}

/** A tick, a cross, a figure 1 in a column headed L or P. */
function isMarked(row: RowReader, field: Field): boolean {
  const text = row.cell(field)?.text.trim() ?? ''
  return text !== '' && !/^[-–.0]+$/.test(text)
}

function markedSex(row: RowReader): Sex | undefined {
  const male = isMarked(row, 'sexMale') || isMarked(row, 'ageMale')
  const female = isMarked(row, 'sexFemale') || isMarked(row, 'ageFemale')
  if (male === female) return undefined
  return male ? 'L' : 'P'
}

/** The sex that the row says; else that of a form of address; else that of the NIK (IM21). */
function sexOf(row: RowReader, name: ReadName | undefined, nik: Nik | undefined): Sex | undefined {
  const written = row.said('sex')
  const told = (written === undefined ? undefined : readSex(written)) ?? markedSex(row)
  if (told) return told
  const other = name?.sex ?? nik?.sex
  if (!other) {
    row.fault(written === undefined ? 'sex-missing' : 'sex-unreadable', 'sex')
    return undefined
  }
  if (written !== undefined) row.note('sex-unreadable', 'sex')
  row.note(name?.sex ? 'sex-from-name' : 'sex-from-nik', name?.sex ? 'name' : 'nik', other)
  return other
}

function relationOf(row: RowReader): ReadRelation | null {
  const written = row.said('relation')
  if (written === undefined) return null
  const read = readRelation(written)
  if (!read) row.note('relation-unknown', 'relation')
  return read ?? null
}

function isHead(relation: ReadRelation | null): boolean {
  return relation !== null && 'code' in relation && relation.code === HEAD
}

function headNameOf(row: RowReader): string | null {
  const inKk = row.said('kk')
  const written = row.said('headName') ?? (inKk !== undefined && isHeadName(inKk) ? inKk : undefined)
  const name = written === undefined ? '' : readName(written).name.slice(0, LONGEST_NAME)
  return name === '' ? null : name
}

function phoneOf(row: RowReader): string | null {
  const phone = readPhone(row.cell('phone'))
  if (row.said('phone') !== undefined && phone === undefined) row.note('phone-unreadable', 'phone')
  return phone ?? null
}

/** Reads one row of a register: a person with notes, or faults. */
export function readRow(
  row: RowReader,
  place: RowPlace,
  damaged: ReadonlySet<Field>,
  knowledge: Knowledge,
): RowOutcome {
  const { on } = knowledge
  const name = readPersonName(row)
  const { nik, ...numbers } = readIdentity(row, damaged)
  const sex = sexOf(row, name, nik)
  const { birth, place: birthPlace } = readBirth(row, nik, on)
  if (!name || !sex || !birth) return { kind: 'rejected', faults: row.faults }
  if (nik) {
    for (const warning of nikWarnings(nik, { birth, sex }, knowledge.knowsRegion)) row.note(warning, 'nik')
  }
  const relation = relationOf(row)
  const mother = row.said('motherName')
  const entry: Entry = {
    place,
    name: name.name,
    sex,
    birth,
    birthPlace,
    nik: nik?.text ?? null,
    ...numbers,
    headName: headNameOf(row) ?? (isHead(relation) ? name.name : null),
    relation,
    address: readPlace(row, knowledge),
    phone: phoneOf(row),
    motherName: mother === undefined ? null : readName(mother).name.slice(0, LONGEST_NAME) || null,
    ...readHistory(row, birth.on, on, knowledge.readIllnesses),
  }
  return { kind: 'entry', entry, notes: row.notes }
}
