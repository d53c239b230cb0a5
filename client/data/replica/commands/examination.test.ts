import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../../shared/calendar/calendar-date.ts'
import { instantOf } from '../../../../shared/calendar/instant.ts'
import type { ConditionId } from '../../../../shared/documents/ids.ts'
import { diagnosis, patientId, visitId } from '../../../../tests/builders/desk-forms.ts'
import type { NewDiagnosis } from '../../bridge/contract.ts'
import type { StoredDocument } from '../../codec/sealed-document.ts'
import type { HeldDocument } from '../../read-model/shown-record.ts'
import type { Desk } from '../desk.ts'
import { saverOf } from '../saver.ts'
import { conditionCommands } from './conditions.ts'
import { visitStateCommands } from './visit-states.ts'

const TODAY = calendarDate('2026-10-31')
const encounter = visitId('Siti', TODAY)

/** A desk whose replicas are in memory: each document as it was last saved. */
function deskWithVisit(status: string) {
  const held = new Map<string, HeldDocument>()
  let second = 0
  const replica = {
    save(docs: readonly StoredDocument[]) {
      for (const doc of docs) {
        const generation = Number.parseInt(held.get(doc._id)?._rev ?? '0', 10) + 1
        held.set(doc._id, { ...(doc as unknown as HeldDocument), _rev: `${String(generation)}-a` })
      }
      return Promise.resolve(docs.map(() => ({ ok: true, rev: 'saved' })))
    },
    leaves: (id: string) => Promise.resolve(held.has(id) ? [held.get(id)] : undefined),
    beginningWith: (prefix: string) =>
      Promise.resolve([...held.values()].filter(({ _id }) => _id.startsWith(prefix))),
  }
  const now = () => instantOf(Date.UTC(2026, 9, 31, 1, 0, second++))
  const desk = {
    replica: () => replica,
    clock: { now, doubtful: () => false, saved: () => undefined },
    seats: {
      enrolment: () => ({ device: '1031948-A', facility: '1031948' }),
      person: () => ({ username: 'dokter' }),
      mayWrite: () => true,
    },
    followSoon: () => undefined,
  } as unknown as Desk
  const saver = saverOf(desk, () => '1031948-A.t')
  const built = saver.record({
    ...{
      _id: encounter,
      type: 'encounter',
      schema: 1,
      patient: patientId('Siti'),
      on: TODAY,
      arrivedAt: now(),
    },
    ...{ unit: 'UMUM', payer: 'UMUM', coverage: null, kind: 'sakit', place: 'inside', queue: null, status },
    ...{ servedBy: status === 'served' ? 'poli' : null, replaces: null },
    cancelReason: status === 'cancelled' ? 'Pulang' : null,
  })
  if (!built.ok) throw new Error(built.fields.join())
  void replica.save([built.doc])
  const commands = { ...conditionCommands(desk, saver), ...visitStateCommands(desk, saver) }
  const conditions = () => [...held.values()].filter(({ type }) => type === 'condition')
  return {
    ...commands,
    conditions,
    record: (diagnoses: readonly NewDiagnosis[], began: readonly NewDiagnosis[] = []) =>
      commands['conditions.record']({ encounter, began, diagnoses, draftKey: null }),
    shown: () => conditions().map((doc) => [doc['code'], doc['rank'], doc['control'], doc['status']]),
    form: (): readonly NewDiagnosis[] =>
      conditions().map((doc) => ({
        ...diagnosis(String(doc['code'])),
        ...{ id: doc._id as ConditionId, rank: doc['rank'] as NewDiagnosis['rank'] },
      })),
  }
}

const secondary = (code: string): NewDiagnosis => ({ ...diagnosis(code), rank: 'secondary' })

describe('an examination', () => {
  it('[SV10] withdraws what its form began with and left out, and nothing that came from elsewhere', async () => {
    const desk = deskWithVisit('registered')
    await desk.record([diagnosis('A09'), secondary('I10')])
    const began = desk.form()
    await desk.record([secondary('J06')])
    expect(await desk.record(began.slice(0, 1), began)).toMatchObject({ ok: true })
    expect(desk.shown()).toEqual([
      ['A09', 'primary', false, 'active'],
      ['I10', 'secondary', false, 'entered-in-error'],
      ['J06', 'secondary', false, 'active'],
    ])
  })

  it('[SV10] writes only the fields that were changed in its form', async () => {
    const desk = deskWithVisit('registered')
    await desk.record([diagnosis('A09'), secondary('I10')])
    const began = desk.form()
    const elsewhere = began.map((one) => ({ ...one, control: true }))
    await desk.record(elsewhere, began)
    const override = { course: 'lama', reason: 'Rujuk balik' } as const
    await desk.record(
      began.map((one) => (one.code === 'I10' ? { ...one, courseOverride: override } : one)),
      began,
    )
    expect(desk.shown()).toEqual([
      ['A09', 'primary', true, 'active'],
      ['I10', 'secondary', true, 'active'],
    ])
    expect(desk.conditions()[1]?.['courseOverride']).toEqual(override)
  })

  it.each([
    ['cancelled', 'cancelled'],
    ['entered-in-error', 'withdrawn'],
  ])('[SV11] of a visit that is %s is refused as %s', async (status, problem) => {
    const desk = deskWithVisit(status)
    expect(await desk.record([diagnosis('A09')])).toEqual({ ok: false, problem })
    expect(desk.conditions()).toEqual([])
  })
})

it.each([
  ['served', 'served'],
  ['entered-in-error', 'withdrawn'],
])('[SV11] a visit that is %s is not cancelled but refused as %s', async (status, problem) => {
  const cancel = deskWithVisit(status)['visits.cancel']
  expect(await cancel({ encounter, reason: 'Pulang' })).toEqual({ ok: false, problem })
})
