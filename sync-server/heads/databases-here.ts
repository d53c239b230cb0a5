import { parseDatabaseName, type DatabaseRef } from '../../shared/access/databases.ts'
import type { Grant } from '../../shared/access/roles.ts'
import { yearOf } from '../../shared/calendar/calendar-date.ts'
import { dayAt, type Instant } from '../../shared/calendar/instant.ts'
import type { FacilityCode } from '../../shared/documents/ids.ts'
import { mayReadDatabase } from '../sessions/caller.ts'

/** A desk holds this year and the one before; next year's slices appear as soon as the hub has made them. */
function isCurrent(database: DatabaseRef, now: Instant): boolean {
  return !('year' in database) || database.year >= yearOf(dayAt(now, 'WIB')) - 1
}

function named(names: readonly string[], now: Instant): readonly { name: string; database: DatabaseRef }[] {
  return names.flatMap((name) => {
    const database = parseDatabaseName(name)
    return database && database.kind !== 'accounts' && isCurrent(database, now) ? [{ name, database }] : []
  })
}

/** Of the databases at the hub, those that a person may pull where they signed in (rule HD1). */
export function databasesToPull(
  names: readonly string[],
  person: { readonly grants: readonly Grant[]; readonly facility: FacilityCode | null },
  now: Instant,
): readonly string[] {
  return named(names, now)
    .filter(({ database }) => mayReadDatabase(person.grants, database))
    .filter(({ database }) => person.facility === null || isOf(database, person.facility))
    .map(({ name }) => name)
}

function isOf(database: DatabaseRef, facility: FacilityCode): boolean {
  return !('facility' in database) || database.facility === facility
}

/** Of the databases at the hub, those whose heads a desk asks for, whoever sits at it (rule HD2). */
export function databasesOfDesk(
  names: readonly string[],
  facility: FacilityCode,
  now: Instant,
): readonly string[] {
  return named(names, now)
    .filter(({ database }) => isOf(database, facility))
    .map(({ name }) => name)
}

/**
 * A sequence short enough to be compared often: the count in front of CouchDB's opaque text, which rises with each
 * change. Only good to see that something changed; a desk pulls by the sequences that the changes feed gives it.
 */
export function shortSequence(sequence: string): string {
  return /^\d+/.exec(sequence)?.[0] ?? sequence.slice(0, 24)
}
