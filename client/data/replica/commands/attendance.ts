import { dayAt, epochMsOf, type Instant, type Zone } from '../../../../shared/calendar/instant.ts'
import { minutesAfter } from '../../../../shared/attendance/lateness.ts'
import { shiftOn } from '../../../../shared/attendance/shifts.ts'
import { PunchDocument } from '../../../../shared/documents/punch.ts'
import { newFact } from '../../../../shared/sync/edit-record.ts'
import { newPunchId } from '../../../platform/ids.ts'
import type { CommandTable } from '../../bridge/channel.ts'
import type { Commands } from '../../bridge/contract.ts'
import { practitionerById } from '../../read-model/staff.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { sealParcel } from '../parcels.ts'
import { zoneOf } from '../today.ts'

type Punching = Commands['attendance.punch']

export function attendanceCommands(desk: Desk, writer: () => string): Pick<CommandTable, 'attendance.punch'> {
  async function lateMinutes(input: Punching['in'], at: Instant, zone: Zone): Promise<number | null> {
    if (input.kind === 'out') return null
    const practitioner = await practitionerById(desk.readModel, desk.codec, input.practitioner)
    const shift = practitioner && shiftOn(dayAt(at, zone), practitioner.schedules, zone)
    return shift ? minutesAfter(shift.start, epochMsOf(at)) : null
  }

  async function punch(input: Punching['in']): Promise<Punching['out']> {
    const [enrolment, person] = [desk.seats.enrolment(), desk.seats.person()]
    if (!enrolment || !person || person.practitioner !== input.practitioner) return refuse('not-allowed')
    if (!enrolment.hubKey || person.token === null) return refuse('hub-key-missing')

    const [punchedAt, zone] = [desk.clock.now(), await zoneOf(desk)]
    const on = dayAt(punchedAt, zone)
    const clock = desk.clock.compared() ? 'hub' : 'desk'
    const { practitioner, kind } = input
    const fact = newFact(
      {
        _id: newPunchId(on, practitioner),
        type: 'punch',
        schema: 1,
        practitioner,
        on,
        kind,
        punchedAt,
        clock,
      },
      {
        by: person.username,
        device: enrolment.device,
        now: punchedAt,
        writer: writer(),
        lastStamp: undefined,
        clockDoubt: desk.clock.doubtful(),
      },
    )
    const reading = PunchDocument.read(fact)
    if (!reading.ok) throw new Error('a punch that its own schema refuses')

    const parcel = await sealParcel(fact._id, { document: fact, token: person.token }, enrolment.hubKey)
    await desk.parcels.add(parcel, { id: fact._id, on, practitioner, kind, punchedAt })
    desk.clock.saved(punchedAt)
    desk.wantSync()
    return done({ punchedAt, lateMinutes: await lateMinutes(input, punchedAt, zone), clock })
  }

  return { 'attendance.punch': punch }
}
