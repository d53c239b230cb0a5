import type { FacilityCode } from '../documents/ids.ts'

/** The kinds of database (`design.md` 3): who may read it decides where a document lives. */
export const DATABASE_KINDS = [
  'reference',
  'roster',
  'registry',
  'visits',
  'clinical',
  'staff',
  'reports',
  'accounts',
] as const
export type DatabaseKind = (typeof DATABASE_KINDS)[number]

export type DatabaseRef =
  | { readonly kind: 'reference' | 'accounts' }
  | { readonly kind: 'roster' | 'registry' | 'staff' | 'reports'; readonly facility: FacilityCode }
  | { readonly kind: 'visits' | 'clinical'; readonly facility: FacilityCode; readonly year: number }

const NAME =
  /^(roster|registry|staff|reports)-(\d{7})$|^(visits|clinical)-(\d{7})-(\d{4})$|^(reference|accounts)$/

/** The database's name at the hub and on the desk: `reference`, `registry-1031948`, `visits-1031948-2026`. */
export function databaseName(ref: DatabaseRef): string {
  if ('year' in ref) return `${ref.kind}-${ref.facility}-${String(ref.year)}`
  if ('facility' in ref) return `${ref.kind}-${ref.facility}`
  return ref.kind
}

/** What a database name says, or `undefined` where it is none of ours. */
export function parseDatabaseName(name: string): DatabaseRef | undefined {
  const [, whole, facility, yearly, yearlyFacility, year, district] = NAME.exec(name) ?? []
  if (district) return { kind: district as 'reference' | 'accounts' }
  if (whole && facility) return { kind: whole as 'roster' | 'registry' | 'staff' | 'reports', facility }
  if (yearly && yearlyFacility && year) {
    return { kind: yearly as 'visits' | 'clinical', facility: yearlyFacility, year: Number(year) }
  }
  return undefined
}

/** The database of that kind for a clinic and year; district kinds ignore both. */
export function databaseFor(kind: DatabaseKind, facility: FacilityCode, year: number): DatabaseRef {
  if (kind === 'reference' || kind === 'accounts') return { kind }
  if (kind === 'visits' || kind === 'clinical') return { kind, facility, year }
  return { kind, facility }
}
