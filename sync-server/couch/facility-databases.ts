import { databaseName, type DatabaseRef } from '../../shared/access/databases.ts'
import { couchRole, DISTRICT_ROLES, FACILITY_ROLES, HUB_ROLE, mayRead } from '../../shared/access/roles.ts'
import { secondLock } from '../../shared/access/second-lock.ts'
import type { FacilityCode } from '../../shared/documents/ids.ts'
import type { Couch, Security } from './couch.ts'

const REFERENCE: DatabaseRef = { kind: 'reference' }

function clinicRoles(ref: DatabaseRef, facility: FacilityCode): readonly string[] {
  return FACILITY_ROLES.filter((role) => mayRead(role, ref.kind)).map((role) => couchRole({ role, facility }))
}

function readersOfDatabase(ref: DatabaseRef): readonly string[] {
  const ofDistrict = DISTRICT_ROLES.filter((role) => mayRead(role, ref.kind)).map((role) =>
    couchRole({ role }),
  )
  return [HUB_ROLE, ...ofDistrict, ...('facility' in ref ? clinicRoles(ref, ref.facility) : [])]
}

function securityFor(roles: readonly string[]): Security {
  return { admins: { names: [], roles: [] }, members: { names: [], roles } }
}

/**
 * `reference` is read by everybody who is signed in, wherever they work. CouchDB can say that only role by role, so
 * the roles of each clinic join its members when the clinic's databases are made, and stay.
 */
async function admitReaders(couch: Couch, roles: readonly string[]): Promise<void> {
  const name = databaseName(REFERENCE)
  const present = (await couch.security(name)).members.roles.filter((role) => !role.startsWith('_'))
  await couch.setSecurity(name, securityFor([...new Set([...present, ...roles])]))
}

/** Makes a database closed to all but its readers, with its second lock, or brings both up to date. */
export async function ensureDatabase(couch: Couch, ref: DatabaseRef): Promise<boolean> {
  const name = databaseName(ref)
  const made = await couch.createDatabase(name)
  const roles = readersOfDatabase(ref)
  await (ref.kind === 'reference' ? admitReaders(couch, roles) : couch.setSecurity(name, securityFor(roles)))
  await couch.installLock(name, secondLock(ref))
  return made
}

/** The databases that the district has once. */
export async function prepareDistrict(couch: Couch): Promise<void> {
  await ensureDatabase(couch, REFERENCE)
  await ensureDatabase(couch, { kind: 'accounts' })
}

/** Every database of a clinic, with the yearly ones of these years. Run again, it changes nothing. */
export async function prepareFacility(
  couch: Couch,
  facility: FacilityCode,
  years: readonly number[],
): Promise<void> {
  const whole: readonly DatabaseRef[] = [
    { kind: 'roster', facility },
    { kind: 'registry', facility },
    { kind: 'staff', facility },
    { kind: 'reports', facility },
  ]
  const yearly = years.flatMap((year): readonly DatabaseRef[] => [
    { kind: 'visits', facility, year },
    { kind: 'clinical', facility, year },
  ])
  await admitReaders(couch, clinicRoles(REFERENCE, facility))
  for (const ref of [...whole, ...yearly]) await ensureDatabase(couch, ref)
}
