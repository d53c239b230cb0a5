import { yearOf } from '../../../../shared/calendar/calendar-date.ts'
import type { Encounter, QueueNumber } from '../../../../shared/documents/encounter.ts'
import { dayOfId, EncounterId } from '../../../../shared/documents/ids.ts'
import type { Patient } from '../../../../shared/documents/patient.ts'
import { queueLabel } from '../../../../shared/queue/queue-label.ts'
import type { CommandTable } from '../../bridge/channel.ts'
import type { Commands } from '../../bridge/contract.ts'
import { shownRecord, type Leaves } from '../../read-model/shown-record.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'
import type { Saver } from '../saver.ts'
import { todayOf } from '../today.ts'

type Opening = Commands['visits.open']['in']
type Opened = Commands['visits.open']['out']
type VisitCommands = Pick<CommandTable, 'visits.open' | 'visits.cancel'>

export function visitCommands(desk: Desk, saver: Saver): VisitCommands {
  const visitsOf = (encounter: EncounterId) => saver.database('visits', yearOf(dayOfId(encounter)))

  function leavesOf(encounter: EncounterId): Promise<Leaves | undefined> {
    return desk.replica(visitsOf(encounter)).leaves(encounter)
  }

  async function patientOf(id: string): Promise<Patient | undefined> {
    const leaves = await desk.replica(saver.database('registry', 0)).leaves(id)
    return leaves && (shownRecord(leaves) as unknown as Patient)
  }

  /** The number of the day; `undefined` where the unit is unknown or its numbers are used up. */
  async function queueNumber({ encounter, unit }: Opening): Promise<QueueNumber | undefined> {
    const enrolment = desk.seats.enrolment()
    const found = await desk.facts.unit(enrolment?.facility ?? '', unit)
    if (!enrolment || !found) return undefined
    const count = await desk.queue.countFor(encounter, dayOfId(encounter), unit)
    return queueLabel(found.letter, enrolment.letter, count)
  }

  async function open(input: Opening): Promise<Opened> {
    const { encounter, patient: patientId, unit, payer, coverage, kind } = input
    const before = await leavesOf(encounter)
    if (before) return done({ encounter, queue: (shownRecord(before) as unknown as Encounter).queue })
    const patient = await patientOf(patientId)
    if (!patient) return refuse('not-found')
    const on = dayOfId(encounter)
    if (on > (await todayOf(desk))) return refuse('date-in-future')
    if (on < patient.birth.on) return refuse('before-birth')
    const queue = input.queue ? await queueNumber(input) : null
    if (queue === undefined) return refuse('not-valid', ['queue'])

    const choice = { patient: patientId, unit, payer, coverage, kind }
    const start = { on, arrivedAt: desk.clock.now(), place: 'inside', queue }
    const state = { status: 'registered', servedBy: null, cancelReason: null, replaces: null }
    const built = saver.record({
      _id: encounter,
      type: 'encounter',
      schema: 1,
      ...choice,
      ...start,
      ...state,
    })
    if (!built.ok) return refuse('not-valid', built.fields)
    if (!(await saver.commit(visitsOf(encounter), [built.doc]))) return open(input)
    return done({ encounter, queue })
  }

  async function cancel(input: Commands['visits.cancel']['in']): Promise<Commands['visits.cancel']['out']> {
    const { encounter, reason } = input
    const leaves = await leavesOf(encounter)
    if (!leaves) return refuse('not-found')
    const edited = saver.edit(leaves, { status: 'cancelled', cancelReason: reason.trim() })
    if (!edited) return done(null)
    if (!edited.ok) return refuse('not-valid', edited.fields)
    return (await saver.commit(visitsOf(encounter), [edited.doc])) ? done(null) : cancel(input)
  }

  return {
    async 'visits.open'(input) {
      if (!desk.seats.mayWrite('encounter')) return refuse('not-allowed')
      return EncounterId.safeParse(input.encounter).success ? open(input) : refuse('not-valid', ['encounter'])
    },
    async 'visits.cancel'(input) {
      return desk.seats.mayWrite('encounter') ? cancel(input) : refuse('not-allowed')
    },
  }
}
