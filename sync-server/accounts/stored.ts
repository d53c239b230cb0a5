import { z } from 'zod'
import { Grant } from '../../shared/access/roles.ts'
import { Instant } from '../../shared/calendar/instant.ts'
import { FacilityCode, PractitionerId, Username } from '../../shared/documents/ids.ts'

/**
 * What the hub keeps in `accounts`: people, desks, codes, sign-ins, parcels that no key opened. Nobody but the hub
 * reads or writes them, so they are no document types of the registry and are not replicated.
 */
const stored = { _rev: z.string().optional() }

export const Account = z.looseObject({
  ...stored,
  _id: z.templateLiteral(['account:', z.string()]),
  type: z.literal('account'),
  username: Username,
  name: z.string().min(1).max(120),
  /** Argon2id in its usual text form, with salt and cost. */
  password: z.string(),
  grants: z.array(Grant),
  /** The person in the roster of their clinic; `null` for people who do not work in one. */
  practitioner: PractitionerId.nullable(),
  active: z.boolean(),
  /** A sign-in holds while it is of the account's era; counting up ends all of them at once, whatever the clocks. */
  era: z.number().int().min(0),
  /** When each past era ended, by its number: what was written before then is still vouched for (rule DR3). */
  eraEnds: z.record(z.string(), Instant).optional(),
})
export type Account = z.infer<typeof Account>

/** Groups of keys that a desk may hold (`design.md` 3). */
export const DESK_GROUPS = ['clinic', 'registry', 'clinical', 'staff', 'audit', 'reports'] as const
export const DeskGroup = z.enum(DESK_GROUPS)
export type DeskGroup = z.infer<typeof DeskGroup>

export const Desk = z.looseObject({
  ...stored,
  _id: z.templateLiteral(['desk:', z.string()]),
  type: z.literal('desk'),
  facility: FacilityCode,
  letter: z.string().regex(/^[A-Z]{1,2}$/),
  /** sha256 of the credential, hex. */
  credential: z.string(),
  groups: z.array(DeskGroup),
  enrolledAt: Instant,
  revokedAt: Instant.nullable(),
})
export type Desk = z.infer<typeof Desk>

export const Enrolment = z.looseObject({
  ...stored,
  _id: z.templateLiteral(['enrolment:', z.string()]),
  type: z.literal('enrolment'),
  facility: FacilityCode,
  groups: z.array(DeskGroup),
  limit: z.number().int().min(1),
  used: z.number().int().min(0),
  expiresAt: Instant,
})
export type Enrolment = z.infer<typeof Enrolment>

export const Session = z.looseObject({
  ...stored,
  _id: z.templateLiteral(['session:', z.string()]),
  type: z.literal('session'),
  username: Username,
  /** The enrolled desk, `1031948-A`; `null` for the district's people without one. */
  desk: z.string().nullable(),
  /** The account's era when it began. */
  era: z.number().int().min(0),
  begunAt: Instant,
  expiresAt: Instant,
  /** The person signed out. */
  signedOutAt: Instant.nullable(),
})
export type Session = z.infer<typeof Session>

export const KeptParcel = z.looseObject({
  ...stored,
  _id: z.templateLiteral(['kept-parcel:', z.string()]),
  type: z.literal('kept-parcel'),
  parcel: z.object({ id: z.string(), kid: z.string(), sealed: z.string() }),
  /** The desk that handed it over. */
  device: z.string(),
  receivedAt: Instant,
  problem: z.string(),
})
export type KeptParcel = z.infer<typeof KeptParcel>

/** Changes when the data are restored from a backup, so that desks compare everything again. */
export const Epoch = z.looseObject({
  ...stored,
  _id: z.literal('epoch'),
  type: z.literal('epoch'),
  epoch: z.string().min(1),
})
export type Epoch = z.infer<typeof Epoch>
