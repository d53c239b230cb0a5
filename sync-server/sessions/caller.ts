import type { DatabaseRef } from '../../shared/access/databases.ts'
import { couchRole, mayRead, mayWrite, type Grant } from '../../shared/access/roles.ts'
import type { FacilityCode } from '../../shared/documents/ids.ts'

/** Desk of a person who signed in without an enrolled one: the district's own people, in any browser. */
export const NO_DESK = 'hub'

/** The person behind a request and the rights that hold for it: at a desk only those of that desk's clinic. */
export type Caller = {
  readonly username: string
  readonly name: string
  readonly practitioner: string | null
  readonly grants: readonly Grant[]
  /** Written into `device` of what this person writes. */
  readonly device: string
  /** The clinic of the desk; `null` for the district's people without one. */
  readonly facility: FacilityCode | null
}

/** Of all that a person may do, what holds here (rule SE3). */
export function grantsHere(grants: readonly Grant[], facility: FacilityCode | null): readonly Grant[] {
  const district = grants.filter((grant) => !('facility' in grant))
  if (facility === null) return district
  const here = grants.filter((grant) => 'facility' in grant && grant.facility === facility)
  return here.length > 0 ? here : district
}

function covers(grant: Grant, database: DatabaseRef): boolean {
  return !('facility' in database) || !('facility' in grant) || grant.facility === database.facility
}

export function mayReadDatabase(grants: readonly Grant[], database: DatabaseRef): boolean {
  return grants.some((grant) => covers(grant, database) && mayRead(grant.role, database.kind))
}

export function mayWriteType(grants: readonly Grant[], database: DatabaseRef, type: string): boolean {
  return grants.some((grant) => covers(grant, database) && mayWrite(grant.role, type))
}

/** The roles in the person's two-minute token for CouchDB. */
export function couchRolesOf(grants: readonly Grant[]): readonly string[] {
  return grants.map(couchRole)
}
