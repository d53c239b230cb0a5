import type { PatientEntry } from '../../read-model/search-entries.ts'

/** Which number of a person was found. */
export type NumberField = 'nik' | 'jkn' | 'rm' | 'phone'

const FIELDS: readonly NumberField[] = ['nik', 'jkn', 'rm', 'rm', 'phone']

/** A number as it is compared: letters and digits only, a phone number from abroad as one from here. */
export function comparable(number: string): string {
  const text = number.trim().toLowerCase()
  const bare = text.replace(/[^a-z0-9]/g, '')
  return text.startsWith('+62') ? `0${bare.slice(2)}` : bare
}

/** All numbers of a person in one text that is quick to look through: `|NIK|JKN|RM|old RM|phone|`. */
export function numbersOf({ nik, jkn, rm, oldRm, phone }: PatientEntry): string {
  const all = [nik, jkn, rm, oldRm, phone].map((number) => (number === null ? '' : comparable(number)))
  return `|${all.join('|')}|`
}

/** The first field whose number begins with, or where none does ends with, what was typed. */
export function fieldOf(numbers: string, typed: string): NumberField {
  const all = numbers.slice(1, -1).split('|')
  const begins = all.findIndex((number) => number.startsWith(typed))
  const at = begins >= 0 ? begins : all.findIndex((number) => number.endsWith(typed))
  return FIELDS[at] ?? 'nik'
}
