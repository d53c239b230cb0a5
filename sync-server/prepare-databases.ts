import { parseDatabaseName } from '../shared/access/databases.ts'
import { yearOf } from '../shared/calendar/calendar-date.ts'
import { dayAt, type Instant } from '../shared/calendar/instant.ts'
import { FacilityDocument } from '../shared/documents/facility.ts'
import type { FacilityCode } from '../shared/documents/ids.ts'
import type { AccountStore } from './accounts/account-store.ts'
import type { Couch } from './couch/couch.ts'
import { prepareDistrict, prepareFacility } from './couch/facility-databases.ts'

const DECEMBER = '12'

/**
 * The years whose slices a clinic has at that moment: the one before, this one, and from 1 December the next, so
 * that desks find it before they need it. The easternmost zone decides, because its new year comes first.
 */
export function yearsAt(now: Instant): readonly number[] {
  const today = dayAt(now, 'WIT')
  const year = yearOf(today)
  return today.slice(5, 7) === DECEMBER ? [year - 1, year, year + 1] : [year - 1, year]
}

/** The clinics of the district, as `reference` names them. */
export async function facilitiesOf(couch: Pick<Couch, 'allDocs'>): Promise<readonly FacilityCode[]> {
  const rows = await couch.allDocs('reference', {
    startkey: 'facility:',
    endkey: 'facility:\ufff0',
    includeDocs: true,
  })
  return rows.flatMap(({ doc }) => {
    const reading = FacilityDocument.read(doc)
    return reading.ok ? [reading.doc.code] : []
  })
}

/** Makes what is missing for every clinic, and brings rights and locks of what is there up to this release. */
export async function prepareClinics(couch: Couch, now: Instant): Promise<void> {
  const present = (await couch.databaseNames()).flatMap((name) => parseDatabaseName(name) ?? [])
  for (const facility of await facilitiesOf(couch)) {
    const years = present.flatMap((ref) => ('year' in ref && ref.facility === facility ? [ref.year] : []))
    await prepareFacility(couch, facility, [...new Set([...years, ...yearsAt(now)])].sort())
  }
}

/** Everything the hub needs before its first answer, the epoch of its data included. */
export async function prepareHub(
  couch: Couch,
  accounts: Pick<AccountStore, 'epoch' | 'write'>,
  newEpoch: string,
  now: Instant,
): Promise<void> {
  await prepareDistrict(couch)
  if ((await accounts.epoch()) === undefined) {
    // Of two processes that start at once one writes it; the other is refused and reads it later.
    await accounts.write({ _id: 'epoch', type: 'epoch', epoch: newEpoch })
  }
  await prepareClinics(couch, now)
}
