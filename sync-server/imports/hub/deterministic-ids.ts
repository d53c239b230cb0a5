import { createHmac } from 'node:crypto'
import type { FacilityCode, HouseholdId, PatientId } from '../../../shared/documents/ids.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 1 January 2020 in ten characters: imported people come before everybody who was registered at a desk. */
const TIME_PART = encoded(BigInt(Date.UTC(2020, 0, 1)), 10)
const HASH_BYTES = 10

function encoded(value: bigint, length: number): string {
  return Array.from(
    { length },
    (_, index) => ALPHABET[Number((value >> BigInt(5 * (length - 1 - index))) & 31n)],
  ).join('')
}

/** Ids of imported records. */
export type ImportIds = {
  readonly patient: (identity: string) => PatientId
  readonly household: (identity: string) => HouseholdId
}

/**
 * Ids that depend on nothing but the clinic and what a row says, so that a second import finds what the first made
 * (IM23). The hash is keyed with the hub's own secret: ids stand in clear in every database and on every desk's disk,
 * and of an unkeyed hash anybody could find the NIK by trying all.
 */
export function importIds(secret: string, facility: FacilityCode): ImportIds {
  function ulid(kind: string, identity: string): string {
    const hash = createHmac('sha256', secret).update(`${facility}|${kind}|${identity}`).digest()
    return TIME_PART + encoded(BigInt(`0x${hash.subarray(0, HASH_BYTES).toString('hex')}`), 16)
  }
  return {
    patient: (identity) => `patient:${ulid('patient', identity)}` as PatientId,
    household: (identity) => `household:${ulid('household', identity)}` as HouseholdId,
  }
}
