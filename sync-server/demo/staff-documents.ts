import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { keyOf } from '../../shared/documents/ids.ts'
import type { Attendance, MadeLeave, MadePunch } from './attendance.ts'
import type { Chance } from './chance.ts'
import type { Clinic } from './clinics.ts'
import { atTime, authorAt, fact, later, record, type MadeDocument } from './demo-desks.ts'
import { ulidAt } from './made-ulid.ts'
import type { StaffMember } from './staff.ts'

type Making = { readonly clinic: Clinic; readonly goLive: CalendarDate; readonly chance: Chance }

/** The roster as the head entered it before the first morning. */
export function practitionerDocument(member: StaffMember, { clinic, goLive }: Making): MadeDocument {
  const content = {
    _id: member.id,
    type: 'practitioner',
    schema: 1,
    name: member.name,
    profession: member.profession,
    username: member.username,
    employedFrom: member.employedFrom,
    employedUntil: member.employedUntil,
    schedules: member.schedules,
  }
  return record(content, authorAt(clinic, 'office', `${clinic.short}.kepala`, atTime(goLive, '06:30:00')))
}

function punchDocument(punch: MadePunch, { clinic, chance }: Making): MadeDocument {
  const punchedAt = atTime(punch.on, punch.time)
  const content = {
    _id: `punch:${punch.on}:${keyOf(punch.member.id)}:${ulidAt(punchedAt, chance)}`,
    type: 'punch',
    schema: 1,
    practitioner: punch.member.id,
    on: punch.on,
    kind: punch.kind,
    punchedAt,
    clock: punch.clockCompared ? 'hub' : 'desk',
  }
  const by = punch.member.username ?? `${clinic.short}.loket1`
  return fact(content, authorAt(clinic, 'loket1', by, punchedAt))
}

function leaveDocuments(leave: MadeLeave, { clinic, chance }: Making): readonly MadeDocument[] {
  const approved = atTime(leave.from, '07:05:00')
  const author = (moment: typeof approved) => authorAt(clinic, 'office', `${clinic.short}.kepala`, moment)
  function written(reason: string, withdraws: string | null, now: typeof approved): MadeDocument {
    const content = {
      _id: `leave:${leave.from}:${keyOf(leave.member.id)}:${ulidAt(now, chance)}`,
      type: 'leave',
      schema: 1,
      practitioner: leave.member.id,
      code: leave.code,
      from: leave.from,
      until: leave.until,
      reason,
      withdraws,
    }
    return fact(content, author(now))
  }
  const first = written(leave.reason, null, approved)
  return leave.withdrawn
    ? [first, written('Batal, tetap masuk kerja', first._id, later(approved, 600))]
    : [first]
}

/** Leave and punches of one member of the staff, for the clinic's `staff` database. */
export function attendanceDocuments(attendance: Attendance, making: Making): readonly MadeDocument[] {
  return [
    ...attendance.leave.flatMap((leave) => leaveDocuments(leave, making)),
    ...attendance.punches.map((punch) => punchDocument(punch, making)),
  ]
}
