import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Instant } from '../../../shared/calendar/instant.ts'
import type { Grant } from '../../../shared/access/roles.ts'
import type { Address } from '../../../shared/documents/address.ts'
import type { Course } from '../../../shared/documents/condition.ts'
import type { QueueNumber, VisitKind } from '../../../shared/documents/encounter.ts'
import type {
  ConditionId,
  CoverageId,
  EncounterId,
  FacilityCode,
  HouseholdId,
  PatientId,
  PractitionerId,
} from '../../../shared/documents/ids.ts'
import type { Birth, NoNikReason, Sex } from '../../../shared/documents/patient.ts'
import type { VisitDayProblem } from '../../../shared/visits/visit-day.ts'

/**
 * What the page may ask of the data worker, and what the worker tells without being asked. The channel carries only
 * plain data. Every command answers; an expected failure is a named problem, whose sentence the screen has.
 */

/** Problems a command may answer with, besides those of single commands. */
export type CommonProblem =
  /** The desk's database could not be written; nothing was saved. */
  | 'storage-full'
  | 'storage-broken'
  /** Nobody is signed in, or the person's roles do not include this. */
  | 'not-allowed'

export type Answer<Value, Problem extends string = never> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem | CommonProblem; readonly fields?: readonly string[] }

export type PersonHere = {
  readonly username: string
  readonly name: string
  readonly practitioner: PractitionerId | null
  readonly grants: readonly Grant[]
}

/** What this PC is and who sits at it. */
export type DeskState =
  | { readonly stage: 'not-enrolled' }
  | { readonly stage: 'signed-out'; readonly desk: DeskIdentity; readonly people: readonly PersonHere[] }
  | {
      readonly stage: 'signed-in'
      readonly desk: DeskIdentity
      readonly people: readonly PersonHere[]
      readonly person: PersonHere
      readonly firstLoad: FirstLoad
    }
  /**
   * Somebody of the Dinas or the district admin, signed in on a PC that is no desk: nothing is loaded or stored but
   * the session, and only `hub.fetch`, `person.sign-out` and `desk.open` answer. Reached by `person.sign-in` while
   * not enrolled; signing out leads back to `not-enrolled`.
   */
  | { readonly stage: 'district'; readonly person: PersonHere }

export type DeskIdentity = {
  readonly device: string
  readonly letter: string
  readonly facility: FacilityCode
}

/** `registry`: patients and families are in, registering may begin. `all`: the visits are in too. */
export type FirstLoad = {
  readonly ready: 'nothing' | 'registry' | 'all'
  /** Databases in the order they are loaded, with documents read so far and, once known, in all. */
  readonly steps: readonly {
    readonly database: string
    readonly read: number
    readonly total: number | null
    readonly done: boolean
  }[]
}

export type SyncStatus = {
  /** Records saved here that the hub has not confirmed, punches included. */
  readonly waiting: number
  /** Records the hub refused, set aside and kept (`problem` views list them). */
  readonly refused: number
  readonly state: 'idle' | 'sending' | 'receiving' | 'offline' | 'hub-trouble' | 'sign-in-needed'
  readonly lastSent: Instant | null
  readonly lastReceived: Instant | null
  /** Another tab of this PC does the sending. */
  readonly otherTabSends: boolean
  /** Whether this PC's clock was compared with the hub's since the worker started, and how far ahead it was found. */
  readonly clock: { readonly source: 'hub' | 'desk'; readonly aheadMs: number }
}

export type RefusedRecord = {
  readonly id: string
  readonly type: string
  readonly problem: string
  readonly field: string | null
  readonly at: Instant
}

export type SearchHit = {
  readonly id: PatientId
  readonly name: string
  readonly sex: Sex
  readonly birth: Birth
  readonly areaName: string
  readonly headName: string | null
  readonly nikMasked: string | null
  readonly rm: string | null
  readonly oldRm: string | null
  readonly deceased: boolean
  /** What matched, for the row to say: `name`, `nik`, `kk`, `jkn`, `rm`, `phone`. */
  readonly matched: 'name' | 'nik' | 'kk' | 'jkn' | 'rm' | 'phone'
}

/** A family as the registration form offers it, found by No. KK, by the head's name or by a member's name. */
export type HouseholdHit = {
  readonly id: HouseholdId
  readonly kk: string | null
  readonly headName: string
  readonly address: Address
  readonly members: readonly string[]
}

export type NewPatient = {
  readonly name: string
  readonly sex: Sex
  readonly birth: Birth
  readonly birthPlace: string | null
  readonly nik: string | null
  readonly noNikReason: NoNikReason | null
  readonly relation: string | null
  readonly address: Address
  readonly phone: string | null
  readonly jkn: string | null
  readonly oldRm: string | null
}

/** Into which family a patient goes: one that exists, a new one, or none yet. */
export type FamilyChoice =
  | { readonly kind: 'existing'; readonly id: HouseholdId }
  | { readonly kind: 'new'; readonly kk: string | null; readonly headName: string }
  | { readonly kind: 'none' }

export type NewCover = {
  readonly scheme: string
  readonly card: string | null
  readonly registeredAt: string | null
  readonly from: CalendarDate
  readonly to: CalendarDate | null
}

export type NewPoverty = {
  readonly poor: boolean
  readonly source: 'DTSEN' | 'DTKS' | 'SK' | 'SKTM' | 'survey'
  readonly desil: number | null
  readonly from: CalendarDate
  readonly letter: string | null
}

export type NewDiagnosis = {
  readonly id: ConditionId | null
  readonly code: string
  readonly rank: 'primary' | 'secondary'
  readonly control: boolean
  readonly courseOverride: { readonly course: Course; readonly reason: string } | null
}

/** A form's content as it was last typed, by the key of the form; `at` is when. */
export type Draft = { readonly key: string; readonly at: Instant; readonly content: unknown }

export type Commands = {
  /** Opens the stores; the first thing a page asks. */
  'desk.open': { in: Record<string, never>; out: Answer<DeskState> }
  'desk.enrol': {
    in: { code: string }
    out: Answer<
      DeskState,
      'hub-unreachable' | 'enrolment-code-unknown' | 'enrolment-code-expired' | 'enrolment-code-used-up'
    >
  }
  /** At the hub when it answers; else against what this PC remembers of a person who signed in here before. */
  'person.sign-in': {
    in: { username: string; password: string }
    out: Answer<
      DeskState,
      | 'sign-in-refused'
      | 'too-many-tries'
      | 'never-signed-in-here'
      | 'account-not-of-this-clinic'
      | 'desk-unknown'
      | 'hub-unreachable'
    >
  }
  'person.sign-out': { in: Record<string, never>; out: Answer<DeskState> }
  'patients.search': { in: { text: string; limit: number }; out: Answer<readonly SearchHit[]> }
  /** Families whose No. KK begins with the digits typed, or whose head or a member matches the words typed. */
  'households.search': { in: { text: string; limit: number }; out: Answer<readonly HouseholdHit[]> }
  /** Saves a patient with family and cover in one step; `patient` is the id made when the form opened. */
  'patients.register': {
    in: {
      patient: PatientId
      content: NewPatient
      family: FamilyChoice
      cover: NewCover | null
      poverty: NewPoverty | null
      draftKey: string | null
    }
    out: Answer<{ patient: PatientId; household: HouseholdId | null }, 'not-valid' | 'nik-in-use'>
  }
  'patients.edit': {
    in: { patient: PatientId; changes: Partial<NewPatient> }
    out: Answer<{ changed: boolean }, 'not-valid' | 'not-found' | 'nik-in-use'>
  }
  'coverage.add': {
    in: { patient: PatientId; cover: NewCover }
    out: Answer<{ coverage: CoverageId }, 'not-valid'>
  }
  'poverty.add': { in: { household: HouseholdId; poverty: NewPoverty }; out: Answer<null, 'not-valid'> }
  /**
   * Registers a visit and gives its queue number; `encounter` is the id made when the form opened, with the day of the
   * visit. Without a queue number it is a page entered afterwards: served at once.
   */
  'visits.open': {
    in: {
      encounter: EncounterId
      patient: PatientId
      unit: string
      payer: string
      coverage: CoverageId | null
      kind: VisitKind
      /** Wants a queue number (not for pages entered afterwards). */
      queue: boolean
      /** The visit on a wrong day, withdrawn before, that this one stands for; its diagnoses go over to this one. */
      replaces?: EncounterId | null
    }
    out: Answer<
      { encounter: EncounterId; queue: QueueNumber | null },
      'not-valid' | 'not-found' | VisitDayProblem
    >
  }
  'visits.cancel': {
    in: { encounter: EncounterId; reason: string }
    out: Answer<null, 'not-valid' | 'not-found' | 'served' | 'withdrawn'>
  }
  /** Marks as served what is still only registered; answers how many that were. What has another state keeps it. */
  'visits.close-day': {
    in: { encounters: readonly EncounterId[] }
    out: Answer<{ served: number }, 'not-valid' | 'not-found'>
  }
  /** Takes a visit back as entered in error, so that it can be entered on its right day. */
  'visits.withdraw': {
    in: { encounter: EncounterId }
    out: Answer<null, 'not-valid' | 'not-found' | 'examined' | 'cancelled'>
  }
  /**
   * Writes what the poli found and marks the visit served. `began` is what the form began with: those of it left out
   * of the list are withdrawn, and of the others only what was changed is written. What came from elsewhere stays.
   */
  'conditions.record': {
    in: {
      encounter: EncounterId
      began: readonly NewDiagnosis[]
      diagnoses: readonly NewDiagnosis[]
      draftKey: string | null
    }
    out: Answer<null, 'not-valid' | 'not-found' | 'cancelled' | 'withdrawn'>
  }
  'attendance.punch': {
    in: { practitioner: PractitionerId; kind: 'in' | 'out' }
    out: Answer<{ punchedAt: Instant; lateMinutes: number | null; clock: 'hub' | 'desk' }, 'hub-key-missing'>
  }
  'drafts.save': { in: { key: string; content: unknown }; out: Answer<{ at: Instant }> }
  'drafts.load': { in: { key: string }; out: Answer<Draft | null> }
  /** The signed-in person's drafts, newest first: what was left unfinished here. */
  'drafts.list': { in: Record<string, never>; out: Answer<readonly Draft[]> }
  'drafts.discard': { in: { key: string }; out: Answer<null> }
  /** Joins a running exchange or starts one; answers when it has ended. */
  'sync.now': { in: Record<string, never>; out: Answer<SyncStatus> }
  'sync.refused': { in: Record<string, never>; out: Answer<readonly RefusedRecord[]> }
  /** A report or file from the hub under the signed-in person's token; the Dinas's screens use only this. */
  'hub.fetch': {
    in: { path: string }
    out: Answer<
      { contentType: string; fileName: string | null; body: ArrayBuffer },
      'hub-unreachable' | 'refused'
    >
  }
}

export type CommandName = keyof Commands

/** What the worker tells by itself. */
export type WorkerEvents = {
  'desk.state': DeskState
  'sync.status': SyncStatus
  /** The read model has new rows; live queries look again by themselves, other tabs are told too. */
  'read-model.changed': { readonly databases: readonly string[] }
}

/** Sends a command to the worker and waits for its answer. */
export type Ask = <Name extends CommandName>(
  name: Name,
  input: Commands[Name]['in'],
) => Promise<Commands[Name]['out']>

/** The page's end of the channel, made once for each tab by `connect.ts`; the page reads the moment from `platform/clock.ts` and new ids from `platform/ids.ts`. */
export type DataWorker = {
  readonly ask: Ask
  /** Hears an event until the returned function is called; the latest state and status are told at once. */
  readonly on: <Name extends keyof WorkerEvents>(
    name: Name,
    hear: (told: WorkerEvents[Name]) => void,
  ) => () => void
}
