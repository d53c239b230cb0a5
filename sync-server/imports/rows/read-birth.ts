import { yearOf, type CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Birth } from '../../../shared/documents/patient.ts'
import { suggestedBirths, type Nik } from '../../../shared/people/nik.ts'
import type { Field } from '../columns/header-names.ts'
import { ageIn, bornFromAge, readAge, type ToldAge } from '../values/ages.ts'
import { readBirthCell, type BirthCell } from '../values/birth-cells.ts'
import type { RejectKind } from './entry.ts'
import type { RowReader } from './row-reader.ts'

const OLDEST_YEARS = 130

export type RowBirth = { readonly birth: Birth | undefined; readonly place: string | null }

type Told =
  | { readonly ok: true; readonly birth: Birth; readonly shortYear: boolean }
  | { readonly ok: false; readonly fault: RejectKind }

/** What the birth column says of a day; `undefined` where it says nothing. */
function toldDay(cell: BirthCell, on: CalendarDate): Told | undefined {
  if (!cell.day) return undefined
  if (!cell.day.ok) {
    return {
      ok: false,
      fault: cell.day.problem === 'day-impossible' ? 'birth-impossible' : 'birth-unreadable',
    }
  }
  const { on: born, precision, shortYear } = cell.day.day
  if (born > on) return { ok: false, fault: 'birth-in-future' }
  if (yearOf(born) < yearOf(on) - OLDEST_YEARS) return { ok: false, fault: 'birth-too-long-ago' }
  return { ok: true, birth: { on: born, precision }, shortYear }
}

const AGE_FIELDS: readonly (readonly [Field, (text: string) => ToldAge | undefined])[] = [
  ['age', readAge],
  ['ageMale', readAge],
  ['ageFemale', readAge],
  ['ageMonths', (text) => ageIn('months', text)],
  ['ageDays', (text) => ageIn('days', text)],
]

/** The age of the age columns together: years in one, months in another. */
function toldAge(row: RowReader): { readonly age: ToldAge; readonly field: Field } | undefined {
  const ages = AGE_FIELDS.flatMap(([field, read]) => {
    const text = row.said(field)
    const age = text === undefined ? undefined : read(text)
    return age ? [{ age, field }] : []
  })
  const [first] = ages
  if (!first) return undefined
  const sum = (part: keyof ToldAge) => ages.reduce((total, { age }) => total + age[part], 0)
  return { field: first.field, age: { years: sum('years'), months: sum('months'), days: sum('days') } }
}

function estimate(age: ToldAge, on: CalendarDate): Birth {
  return { on: bornFromAge(age, on), precision: 'age', estimatedOn: on }
}

function placeIn(row: RowReader, cell: BirthCell): string | null {
  return row.said('birthPlace')?.slice(0, 80) ?? cell.place ?? null
}

/**
 * The birth of a row: its day; where that is missing or broken an age; where there is none the day in the NIK (IM21).
 * A broken day without either is a fault.
 */
export function readBirth(row: RowReader, nik: Nik | undefined, on: CalendarDate): RowBirth {
  const written = row.cell('birth')
  row.said('birth')
  const cell = written ? readBirthCell(written, on) : {}
  const place = placeIn(row, cell)
  const told = toldDay(cell, on)
  if (told?.ok) {
    if (told.shortYear) row.note('birth-short-year', 'birth', told.birth.on)
    return { birth: told.birth, place }
  }
  const aged = toldAge(row)
  const age = cell.age ?? aged?.age
  const fromNik = nik ? suggestedBirths(nik, on)[0] : undefined
  if (told && (age || fromNik)) row.note('birth-unreadable', 'birth')
  if (age) {
    row.note('birth-from-age', cell.age ? 'birth' : (aged?.field ?? 'age'), on)
    return { birth: estimate(age, on), place }
  }
  if (fromNik) {
    row.note('birth-from-nik', 'nik', fromNik)
    return { birth: { on: fromNik, precision: 'day' }, place }
  }
  row.fault(told ? told.fault : 'birth-missing', told ? 'birth' : firstOf(row, ['birth', 'age']))
  return { birth: undefined, place }
}

function firstOf(row: RowReader, fields: readonly [Field, ...Field[]]): Field {
  return fields.find((field) => row.cell(field) !== undefined) ?? fields[0]
}
