import type { Role } from '../../shared/access/roles.ts'
import { DistrictRole, FacilityRole } from '../../shared/access/roles.ts'
import type { Caller } from '../../sync-server/sessions/caller.ts'
import { storedSamples } from './stored-samples.ts'

export type Pushed = Readonly<Record<string, unknown>> & { readonly _id: string; readonly _rev: string }

/** A revision as CouchDB names it, from its generation and one letter of `a` to `f`. */
export function rev(generation: number, letter: string): string {
  return `${String(generation)}-${letter.repeat(32)}`
}

/** What `_revisions` says for revisions given newest first. */
export function revisionsOf(...chain: readonly string[]) {
  return {
    start: Number.parseInt(chain[0] ?? '', 10),
    ids: chain.map((one) => one.slice(one.indexOf('-') + 1)),
  }
}

/** The stored sample of a type as a desk pushes it the first time: by `sari.loket` at desk `1031948-A`. */
export function pushed(type: string, over: Readonly<Record<string, unknown>> = {}): Pushed {
  const sample = storedSamples().find((one) => one.type === type)
  if (!sample) throw new Error(`no sample of ${type}`)
  const first = rev(1, 'a')
  return { ...sample.document, _rev: first, _revisions: revisionsOf(first), ...over }
}

/** The author of the samples, with the given roles. */
export function caller(...roles: readonly Role[]): Caller {
  const grants = roles.map((role) => {
    const ofClinic = FacilityRole.safeParse(role)
    return ofClinic.success
      ? { role: ofClinic.data, facility: '1031948' }
      : { role: DistrictRole.parse(role) }
  })
  return {
    username: 'sari.loket',
    name: 'Sari',
    practitioner: null,
    grants,
    device: '1031948-A',
    facility: '1031948',
  }
}
