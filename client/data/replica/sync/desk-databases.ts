import { mayRead, type Grant } from '../../../../shared/access/roles.ts'
import {
  parseDatabaseName,
  type DatabaseKind,
  type DatabaseRef,
} from '../../../../shared/access/databases.ts'

/** Kinds that a desk keeps, in the order in which a new desk needs them. Personnel files and reports stay at the hub. */
const KINDS: readonly DatabaseKind[] = ['reference', 'roster', 'registry', 'visits', 'clinical']

function isGranted(grant: Grant, ref: DatabaseRef): boolean {
  if (!mayRead(grant.role, ref.kind)) return false
  return !('facility' in ref) || !('facility' in grant) || grant.facility === ref.facility
}

/** This year before last year before others; what has no year comes first. */
function order(ref: DatabaseRef, year: number): number {
  const yearsBack = 'year' in ref ? 1 + (ref.year > year ? 50 : year - ref.year) : 0
  return yearsBack * 10 + KINDS.indexOf(ref.kind)
}

/** Of the databases at the hub, those that a person with these grants reads at a desk, in the order of the first load. */
export function deskDatabases(
  names: readonly string[],
  grants: readonly Grant[],
  year: number,
): readonly string[] {
  return [...new Set(names)]
    .map((name) => ({ name, ref: parseDatabaseName(name) }))
    .filter((one): one is { name: string; ref: DatabaseRef } => one.ref !== undefined)
    .filter(({ ref }) => KINDS.includes(ref.kind) && grants.some((grant) => isGranted(grant, ref)))
    .sort((a, b) => order(a.ref, year) - order(b.ref, year))
    .map(({ name }) => name)
}

/** What must be in before registering may begin. */
export function isNeededToRegister(name: string): boolean {
  const kind = parseDatabaseName(name)?.kind
  return kind === 'reference' || kind === 'roster' || kind === 'registry'
}
