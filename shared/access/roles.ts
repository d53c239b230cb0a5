import { z } from 'zod'
import { FacilityCode } from '../documents/ids.ts'
import type { DatabaseKind } from './databases.ts'

/** Roles that a person holds at one clinic. */
export const FACILITY_ROLES = [
  'loket',
  'clinician',
  'diagnosis-entry',
  'records',
  'tu',
  'head',
  'reporter',
] as const
/** Roles that a person holds for the whole district. */
export const DISTRICT_ROLES = ['district-admin', 'dinas'] as const

export const FacilityRole = z.enum(FACILITY_ROLES)
export type FacilityRole = z.infer<typeof FacilityRole>
export const DistrictRole = z.enum(DISTRICT_ROLES)
export type DistrictRole = z.infer<typeof DistrictRole>
export type Role = FacilityRole | DistrictRole

/** A role and where it holds. */
export const Grant = z.union([
  z.object({ role: FacilityRole, facility: FacilityCode }),
  z.object({ role: DistrictRole }),
])
export type Grant = z.infer<typeof Grant>

/** The account under which the hub's own processes write: resolutions, opened punches, reports. */
export const HUB_ACCOUNT = 'hub'
/** The CouchDB role of the hub's own processes. */
export const HUB_ROLE = 'hub'

/** The name of a grant inside CouchDB: `f-1031948-loket`, `d-dinas`. */
export function couchRole(grant: Grant): string {
  return 'facility' in grant ? `f-${grant.facility}-${grant.role}` : `d-${grant.role}`
}

type Rights = {
  readonly reads: readonly DatabaseKind[]
  /** Document types that the role may write, in the database that holds them. */
  readonly writes: readonly string[]
}

const REGISTRY_TYPES = ['patient', 'household', 'coverage', 'poverty'] as const
const VISIT_TYPES = ['encounter', 'seen-before'] as const
const CLINICAL_TYPES = ['condition', 'known-condition'] as const

/**
 * Who may read which database and write which types (`design.md` 3). The gateway's guards, the second lock in the
 * databases, the routes and the menus are all made from this table.
 */
export const RIGHTS: Readonly<Record<Role, Rights>> = {
  loket: {
    reads: ['reference', 'roster', 'registry', 'visits'],
    writes: [...REGISTRY_TYPES, ...VISIT_TYPES],
  },
  clinician: {
    reads: ['reference', 'roster', 'registry', 'visits', 'clinical'],
    writes: [...REGISTRY_TYPES, ...VISIT_TYPES, ...CLINICAL_TYPES],
  },
  'diagnosis-entry': {
    reads: ['reference', 'roster', 'registry', 'visits', 'clinical'],
    writes: ['encounter', 'condition'],
  },
  records: {
    reads: ['reference', 'roster', 'registry', 'visits', 'clinical'],
    writes: [...REGISTRY_TYPES, ...VISIT_TYPES, ...CLINICAL_TYPES],
  },
  tu: {
    reads: ['reference', 'roster', 'staff'],
    writes: ['practitioner', 'leave'],
  },
  head: {
    reads: ['reference', 'roster', 'registry', 'visits', 'clinical', 'staff', 'reports'],
    writes: ['practitioner', 'leave'],
  },
  reporter: { reads: ['reference', 'roster', 'reports'], writes: [] },
  'district-admin': {
    reads: ['reference', 'reports'],
    writes: ['facility', 'unit', 'code-list', 'form-mapping', 'setting', 'holidays'],
  },
  dinas: { reads: ['reference', 'reports'], writes: [] },
}

export function mayRead(role: Role, kind: DatabaseKind): boolean {
  return RIGHTS[role].reads.includes(kind)
}

export function mayWrite(role: Role, type: string): boolean {
  return RIGHTS[role].writes.includes(type)
}
