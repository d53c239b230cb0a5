import { daysBetween } from '../../../shared/calendar/calendar-date.ts'
import type { Birth, Sex } from '../../../shared/documents/patient.ts'
import { nameKey } from '../values/names.ts'

/** The paper folder's number as far as it is compared: signs and leading noughts are written now and then. */
function rmKey(oldRm: string): string {
  return oldRm
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+(?=.)/, '')
}

/** What the old RM number and the name of one person have in common on all their rows. */
export function paperKey(oldRm: string, name: string): string {
  return `${rmKey(oldRm)}|${nameKey(name)}`
}

/** An age told a year later or earlier differs by a year at most. */
const AGE_SLACK_DAYS = 366

/** Whether two births can be one: as exactly as the less exact of them is known (IM22). */
export function birthsAgree(one: Birth, other: Birth): boolean {
  const exactness = [one.precision, other.precision]
  if (exactness.includes('age')) return Math.abs(daysBetween(one.on, other.on)) <= AGE_SLACK_DAYS
  const length = exactness.includes('year') ? 4 : exactness.includes('month') ? 7 : 10
  return one.on.slice(0, length) === other.on.slice(0, length)
}

type Named = { readonly name: string; readonly birth: Birth; readonly sex: Sex }

/**
 * Whether two rows with one NIK may be one person. Registers often give a whole family its head's NIK, and father and
 * son often share a word of their names: another birth is another person, unless it was mistyped for one of the same
 * name and sex. Only one of two persons can own the number (IM22).
 */
export function mayShareNik(one: Named, other: Named): boolean {
  return (
    birthsAgree(one.birth, other.birth) ||
    (nameKey(one.name) === nameKey(other.name) && one.sex === other.sex)
  )
}

const EXACTNESS: Readonly<Record<Birth['precision'], number>> = { day: 3, month: 2, year: 1, age: 0 }

/** The more exactly known of two births that agree; the first where both are known equally. */
export function exacterBirth(first: Birth, second: Birth): Birth {
  return EXACTNESS[second.precision] > EXACTNESS[first.precision] ? second : first
}
