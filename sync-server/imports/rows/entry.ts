import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Address } from '../../../shared/documents/address.ts'
import type { Birth, NoNikReason, Sex } from '../../../shared/documents/patient.ts'
import type { ReadRelation } from '../../../shared/households/relations.ts'
import type { NikProblem } from '../../../shared/people/nik.ts'
import type { NumberNote } from '../values/identity-numbers.ts'
import type { KnownIllness } from '../values/illnesses.ts'

/** Where a row stands, as the clerk's spreadsheet program shows it. `sheet` is `''` for a text file. */
export type RowPlace = { readonly sheet: string; readonly line: number }

/** What a row of a register says of a person, read and checked. */
export type Entry = {
  readonly place: RowPlace
  readonly name: string
  readonly sex: Sex
  readonly birth: Birth
  readonly birthPlace: string | null
  readonly nik: string | null
  readonly noNikReason: NoNikReason | null
  readonly jkn: string | null
  readonly kk: string | null
  readonly oldRm: string | null
  readonly headName: string | null
  readonly relation: ReadRelation | null
  readonly address: Address
  readonly phone: string | null
  readonly motherName: string | null
  readonly lastVisit: CalendarDate | null
  readonly illnesses: readonly KnownIllness[]
}

/** What could not be taken as it stands in a row that is imported or merged all the same. */
export type NoteKind =
  | NumberNote
  | NikProblem
  | 'nik-birth-differs'
  | 'nik-sex-differs'
  | 'nik-region-unknown'
  | 'nik-of-another'
  | 'birth-unreadable'
  | 'birth-from-age'
  | 'birth-from-nik'
  | 'birth-short-year'
  | 'sex-unreadable'
  | 'sex-from-name'
  | 'sex-from-nik'
  | 'village-unknown'
  | 'rt-rw-unreadable'
  | 'phone-unreadable'
  | 'relation-unknown'
  | 'last-visit-unreadable'
  | 'last-visit-impossible'
  | 'illness-unknown'
  | 'illness-passing'
  | 'formula-fault'
  | 'text-cut'
  | 'head-name-assumed'
  | 'household-unclear'
  | 'merged-with-row'
  | 'merged-with-hub'
  | 'field-differs'
  | 'maybe-same'
  | 'withdrawn-in-hub'

/** Why a row is not imported. */
export type RejectKind =
  | 'name-missing'
  | 'name-too-long'
  | 'sex-missing'
  | 'sex-unreadable'
  | 'birth-missing'
  | 'birth-unreadable'
  | 'birth-impossible'
  | 'birth-in-future'
  | 'birth-too-long-ago'
  | 'not-valid'

/** A note about a column, with what stands there; `detail` is what the sentence of that kind needs besides. */
export type Note = {
  readonly kind: NoteKind
  readonly column: string
  readonly value: string
  readonly detail?: string
}

export type Fault = { readonly kind: RejectKind; readonly column: string; readonly value: string }

export type RowOutcome =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly notes: readonly Note[] }
  | { readonly kind: 'rejected'; readonly faults: readonly Fault[] }

/** A row of a register with its cells as written, by the columns of the register, for the file of rejected rows. */
export type RegisterRow = {
  readonly place: RowPlace
  readonly written: ReadonlyMap<string, string>
  readonly outcome: RowOutcome
}
