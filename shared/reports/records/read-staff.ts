import { Instant } from '../../calendar/instant.ts'
import { LEAVE_CODES } from '../../documents/leave.ts'
import { Schedule } from '../../documents/practitioner.ts'
import { isDay, isDayOrNull, isText, isTextOrNull, type RawDocument } from './fields.ts'
import type { LeaveRecord, PractitionerRecord, PunchRecord } from './record-types.ts'

export function readPractitioner(doc: RawDocument): PractitionerRecord | undefined {
  const { _id: id, employedFrom, employedUntil } = doc
  const schedules = Schedule.array().safeParse(doc['schedules'])
  if (!isText(id) || !isDay(employedFrom) || !isDayOrNull(employedUntil) || !schedules.success)
    return undefined
  return { id, employedFrom, employedUntil, schedules: schedules.data }
}

export function readPunch(doc: RawDocument): PunchRecord | undefined {
  const { _id: id, practitioner, on, kind } = doc
  const punchedAt = Instant.safeParse(doc['punchedAt'])
  if (!isText(id) || !isText(practitioner) || !isDay(on) || !punchedAt.success) return undefined
  return kind === 'in' || kind === 'out'
    ? { id, practitioner, on, kind, punchedAt: punchedAt.data }
    : undefined
}

export function readLeave(doc: RawDocument): LeaveRecord | undefined {
  const { _id: id, practitioner, from, until, withdraws } = doc
  const code = LEAVE_CODES.find((known) => known === doc['code'])
  if (!isText(id) || !isText(practitioner) || !code) return undefined
  return isDay(from) && isDay(until) && isTextOrNull(withdraws)
    ? { id, practitioner, code, from, until, withdraws }
    : undefined
}
