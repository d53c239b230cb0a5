import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Zone } from '../calendar/instant.ts'
import { AreaCode } from './address.ts'
import { defineDocument, header } from './define-document.ts'
import { FacilityCode } from './ids.ts'

/** A clinic of the district. */
export const Facility = z.looseObject({
  ...header,
  _id: z.string().regex(/^facility:\d{7}$/),
  type: z.literal('facility'),
  schema: z.literal(1),
  code: FacilityCode,
  name: z.string().min(1).max(80),
  address: z.string().max(160),
  zone: Zone,
  /** The desa and kelurahan it serves: living there is *dalam wilayah*. */
  workingArea: z.array(AreaCode),
  /** The first day of its records here; nothing is known of the time before but what an import or answers say. */
  goLive: CalendarDate,
  head: z.object({ name: z.string(), nip: z.string() }),
  /** The one process that writes resolutions, leases numbers and closes months for this clinic (`design.md` 2). */
  authority: z.string().min(1).max(60),
  /** Where its desks find a hub, tried in order; relative addresses are the page's own origin. */
  hubs: z.array(z.string()).min(1),
})
export type Facility = z.infer<typeof Facility>

export const FacilityDocument = defineDocument({
  type: 'facility',
  database: 'reference',
  change: 'replaced',
  version: 1,
  schema: Facility,
  upgrades: [],
  consequences: [],
})
