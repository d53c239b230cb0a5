import { DOCUMENT_TYPES } from '../../documents/document-types.ts'
import { typeOfId } from '../../documents/ids.ts'
import type { RawDocument } from './fields.ts'
import { readCover, readFinding, readHousehold, readPerson } from './read-people.ts'
import { readLeave, readPractitioner, readPunch } from './read-staff.ts'
import { readCondition, readKnownCondition, readSeenBefore, readVisit } from './read-visits.ts'
import type {
  ClinicRecords,
  ConditionRecord,
  CoverRecord,
  FindingRecord,
  HouseholdRecord,
  KnownConditionRecord,
  LeaveRecord,
  PersonRecord,
  PractitionerRecord,
  PunchRecord,
  SeenBeforeRecord,
  UnreadableRecord,
  VisitRecord,
} from './record-types.ts'

/** Takes stored documents one by one and keeps of each what reports need. */
export type RecordCollector = {
  /** A document of any type; types that no report reads are passed over. Conflicts are merged by the caller. */
  readonly add: (doc: RawDocument & { readonly _id: string }) => void
  readonly records: () => ClinicRecords
}

type Taker = (doc: RawDocument) => boolean

function into<Kept>(list: Kept[], read: (doc: RawDocument) => Kept | undefined): Taker {
  return (doc) => {
    const kept = read(doc)
    if (kept !== undefined) list.push(kept)
    return kept !== undefined
  }
}

function intoMap<Kept extends { readonly id: string }>(
  map: Map<string, Kept>,
  read: (doc: RawDocument) => Kept | undefined,
): Taker {
  return (doc) => {
    const kept = read(doc)
    if (kept !== undefined) map.set(kept.id, kept)
    return kept !== undefined
  }
}

type Present =
  | { readonly ok: true; readonly doc: RawDocument }
  | { readonly ok: false; readonly problem: UnreadableRecord['problem'] }

/** Only a document of another schema version costs a whole reading. */
function presentVersion(doc: RawDocument, type: string): Present {
  const definition = DOCUMENT_TYPES.get(type)
  if (!definition || doc['type'] !== type) return { ok: false, problem: 'malformed' }
  if (doc['schema'] === definition.version) return { ok: true, doc }
  const reading = definition.read(doc)
  if (reading.ok) return { ok: true, doc: reading.doc }
  return {
    ok: false,
    problem: reading.problem === 'newer-than-this-app' ? 'newer-than-this-app' : 'malformed',
  }
}

export function collectRecords(): RecordCollector {
  const persons = new Map<string, PersonRecord>()
  const households = new Map<string, HouseholdRecord>()
  const visits: VisitRecord[] = []
  const conditions: ConditionRecord[] = []
  const covers: CoverRecord[] = []
  const findings: FindingRecord[] = []
  const seenBefore: SeenBeforeRecord[] = []
  const knownConditions: KnownConditionRecord[] = []
  const practitioners: PractitionerRecord[] = []
  const punches: PunchRecord[] = []
  const leaves: LeaveRecord[] = []
  const unreadable: UnreadableRecord[] = []
  const takers: ReadonlyMap<string, Taker> = new Map([
    ['patient', intoMap(persons, readPerson)],
    ['household', intoMap(households, readHousehold)],
    ['encounter', into(visits, readVisit)],
    ['condition', into(conditions, readCondition)],
    ['coverage', into(covers, readCover)],
    ['poverty', into(findings, readFinding)],
    ['seen-before', into(seenBefore, readSeenBefore)],
    ['known-condition', into(knownConditions, readKnownCondition)],
    ['practitioner', into(practitioners, readPractitioner)],
    ['punch', into(punches, readPunch)],
    ['leave', into(leaves, readLeave)],
  ])

  function add(doc: RawDocument & { readonly _id: string }): void {
    const type = typeOfId(doc._id)
    const take = takers.get(type)
    if (!take) return
    const present = presentVersion(doc, type)
    if (!present.ok) unreadable.push({ id: doc._id, problem: present.problem })
    else if (!take(present.doc)) unreadable.push({ id: doc._id, problem: 'malformed' })
  }

  return {
    add,
    records: () => ({
      persons,
      visits,
      conditions,
      households,
      covers,
      findings,
      seenBefore,
      knownConditions,
      practitioners,
      punches,
      leaves,
      unreadable,
    }),
  }
}
