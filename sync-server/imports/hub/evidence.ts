import { addDays, type CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import {
  keyOf,
  type KnownConditionId,
  type PatientId,
  type SeenBeforeId,
} from '../../../shared/documents/ids.ts'
import type { KnownCondition } from '../../../shared/documents/known-condition.ts'
import type { SeenBefore } from '../../../shared/documents/seen-before.ts'
import { newRecord, type Authorship } from '../../../shared/sync/edit-record.ts'
import type { Entry } from '../rows/entry.ts'
import { wasReplaced, withFields } from './fill-record.ts'
import type { Stage } from './stage.ts'

export type EvidenceStages = {
  readonly seenBefore: Stage<SeenBefore>
  readonly knownConditions: Stage<KnownCondition>
}

/** The days that bound evidence: of reading the register, and the first of the clinic's records here. */
export type EvidenceDays = { readonly on: CalendarDate; readonly goLive: CalendarDate }

/** A last visit: one later than the hub knows is told to it, an earlier one is not. */
function stageSeen(
  patient: PatientId,
  lastVisit: CalendarDate,
  stage: Stage<SeenBefore>,
  author: Authorship,
): void {
  const id = `seen-before:${keyOf(patient)}` as SeenBeforeId
  const before = stage.get(id)
  if (!before) {
    const content = {
      type: 'seen-before' as const,
      schema: 1 as const,
      patient,
      lastVisit,
      source: 'import' as const,
    }
    stage.put(newRecord({ _id: id, ...content }, author))
  } else if (before.lastVisit < lastVisit && !wasReplaced(before, 'lastVisit', lastVisit)) {
    stage.put(withFields(before, { lastVisit, source: 'import' }, author))
  }
}

/** The day since when an illness is known, always before the clinic's records here begin. */
function knownSince(entry: Entry, since: CalendarDate | undefined, days: EvidenceDays): CalendarDate {
  const told = since ?? entry.lastVisit ?? days.on
  const last = addDays(days.goLive, -1)
  return told < last ? told : last
}

/** Evidence of the time before, by a register (IM26): the last visit, and chronic illness that the hub has not got. */
export function stageEvidence(
  patient: PatientId,
  entry: Entry,
  days: EvidenceDays,
  stages: EvidenceStages,
  author: Authorship,
): void {
  if (entry.lastVisit !== null) stageSeen(patient, entry.lastVisit, stages.seenBefore, author)
  for (const { category, since } of entry.illnesses) {
    const id = `known-condition:${keyOf(patient)}:${category}` as KnownConditionId
    if (stages.knownConditions.get(id)) continue
    const content = {
      _id: id,
      type: 'known-condition' as const,
      schema: 1 as const,
      patient,
      category,
      since: knownSince(entry, since, days),
      source: 'import' as const,
    }
    stages.knownConditions.put(newRecord(content, author))
  }
}
