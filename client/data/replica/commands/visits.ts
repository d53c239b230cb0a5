import { instantAt, type Instant } from '../../../../shared/calendar/instant.ts'
import type { QueueNumber } from '../../../../shared/documents/encounter.ts'
import { dayOfId, EncounterId } from '../../../../shared/documents/ids.ts'
import type { Patient } from '../../../../shared/documents/patient.ts'
import { queueLabel } from '../../../../shared/queue/queue-label.ts'
import { visitDayProblem } from '../../../../shared/visits/visit-day.ts'
import type { CommandTable } from '../../bridge/channel.ts'
import type { Commands } from '../../bridge/contract.ts'
import { shownRecord } from '../../read-model/shown-record.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'
import type { Saver } from '../saver.ts'
import { todayOf, zoneOf } from '../today.ts'
import { heldVisit, visitSlice } from './held-visits.ts'
import { movedDiagnoses } from './moved-diagnoses.ts'

type Opening = Commands['visits.open']['in']
type Opened = Commands['visits.open']['out']

export function visitCommands(desk: Desk, saver: Saver): Pick<CommandTable, 'visits.open'> {
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

  /** Now; a page of an earlier day has no time of arrival, so it stands at the beginning of its day. */
  async function arrival({ encounter, queue }: Opening): Promise<Instant> {
    const on = dayOfId(encounter)
    if (queue || on === (await todayOf(desk))) return desk.clock.now()
    return instantAt(on, '00:00', await zoneOf(desk))
  }

  async function content(input: Opening, queue: QueueNumber | null) {
    const { encounter, patient, unit, payer, coverage, kind, replaces = null } = input
    const state = input.queue
      ? { status: 'registered', servedBy: null }
      : { status: 'served', servedBy: 'back-entry' }
    return {
      _id: encounter,
      type: 'encounter',
      schema: 1,
      patient,
      on: dayOfId(encounter),
      arrivedAt: await arrival(input),
      unit,
      payer,
      coverage,
      kind,
      place: 'inside',
      queue,
      ...state,
      cancelReason: null,
      replaces,
    }
  }

  /** A visit is replaced only after it was withdrawn, and by one of the same person. */
  async function isReplaceable({ replaces, patient }: Opening): Promise<boolean> {
    if (!replaces) return true
    const held = await heldVisit(desk, saver, replaces)
    return held?.shown.status === 'entered-in-error' && held.shown.patient === patient
  }

  async function open(input: Opening): Promise<Opened> {
    const { encounter } = input
    const before = await heldVisit(desk, saver, encounter)
    if (before) return done({ encounter, queue: before.shown.queue })
    const patient = await patientOf(input.patient)
    if (!patient) return refuse('not-found')
    const problem = visitDayProblem(dayOfId(encounter), await todayOf(desk), patient.birth.on)
    if (problem) return refuse(problem)
    if (!(await isReplaceable(input))) return refuse('not-valid', ['replaces'])
    const queue = input.queue ? await queueNumber(input) : null
    if (queue === undefined) return refuse('not-valid', ['queue'])
    const built = saver.record(await content(input, queue))
    if (!built.ok) return refuse('not-valid', built.fields)

    const moved =
      input.replaces && desk.seats.mayWrite('condition')
        ? await movedDiagnoses(desk, saver, input.replaces, encounter)
        : undefined
    await moved?.arrive()
    if (!(await saver.commit(visitSlice(saver, encounter), [built.doc]))) return open(input)
    await moved?.leave()
    return done({ encounter, queue })
  }

  return {
    async 'visits.open'(input) {
      if (!desk.seats.mayWrite('encounter')) return refuse('not-allowed')
      return EncounterId.safeParse(input.encounter).success ? open(input) : refuse('not-valid', ['encounter'])
    },
  }
}
