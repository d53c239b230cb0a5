import { ulid } from 'ulid'
import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import {
  ulidOf,
  type ConditionId,
  type CoverageId,
  type EncounterId,
  type HouseholdId,
  type PovertyId,
  type PractitionerId,
  type PunchId,
} from '../../shared/documents/ids.ts'

/** A new id part: 26 characters that sort by the moment they were made. */
export function newUlid(): string {
  return ulid()
}

/** New ids, made where the record is made and before anything is saved, so that saving twice makes one record. */
export function newHouseholdId(): HouseholdId {
  return `household:${newUlid()}` as HouseholdId
}

export function newCoverageId(): CoverageId {
  return `coverage:${newUlid()}` as CoverageId
}

export function newPovertyId(household: HouseholdId): PovertyId {
  return `poverty:${ulidOf(household)}:${newUlid()}` as PovertyId
}

export function newConditionId(encounter: EncounterId): ConditionId {
  return `condition:${encounter.slice('encounter:'.length)}:${newUlid()}` as ConditionId
}

export function newPunchId(day: CalendarDate, practitioner: PractitionerId): PunchId {
  return `punch:${day}:${ulidOf(practitioner)}:${newUlid()}` as PunchId
}

const TAG_LETTERS = 'abcdefghjkmnpqrstvwxyz23456789'

/** A short name for a running worker; two workers of one desk do not share it (`shared/sync/stamp.ts`, writer). */
export function newWriterTag(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => TAG_LETTERS[byte % TAG_LETTERS.length])
    .join('')
}
