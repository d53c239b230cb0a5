import { describe, expect, it } from 'vitest'
import { instantOf } from '../../shared/calendar/instant.ts'
import { EncounterDocument } from '../../shared/documents/encounter.ts'
import { editRecord } from '../../shared/sync/edit-record.ts'
import type { EditableBody } from '../../shared/sync/merge-leaves.ts'
import { rev } from '../../tests/builders/pushed.ts'
import { storedSamples } from '../../tests/builders/stored-samples.ts'
import type { StoredDocument } from '../couch/couch.ts'
import { openLeaves, resolutionOf, resolveRecord } from './resolve-record.ts'

const NOW = instantOf(Date.UTC(2026, 9, 6))

type Leaf = EditableBody & StoredDocument

function sample(type: string): Leaf {
  const found = storedSamples().find((one) => one.type === type)
  if (!found) throw new Error(type)
  return { ...found.document, _rev: rev(1, 'a') } as unknown as Leaf
}

/** What a desk that knew only `leaf` would have written. */
function edited(
  leaf: Leaf,
  changes: Readonly<Partial<Leaf>>,
  desk: string,
  minute: number,
  revision: string,
): Leaf {
  const author = {
    by: 'sari.loket',
    device: `1031948-${desk}`,
    now: instantOf(Date.UTC(2026, 9, 5, 3, minute)),
    writer: `1031948-${desk}.k3`,
    lastStamp: undefined,
  }
  const body = editRecord([leaf], changes, author)
  if (!body) throw new Error('nothing changed')
  return { ...body, _rev: revision }
}

const patient = sample('patient')
const named = edited(patient, { name: 'Siti Khotimah' }, 'A', 1, rev(2, 'c'))
const phoned = edited(patient, { phone: '0812' }, 'B', 2, rev(2, 'b'))

describe('two leaves of a patient', () => {
  it('[HR1] become the winner’s next revision with both edits, written by the hub', () => {
    const { write, outcome } = resolutionOf(patient._id, [named, phoned], NOW)
    expect(outcome).toBe('resolved')
    expect(write).toMatchObject({
      _id: patient._id,
      _rev: named._rev,
      name: 'Siti Khotimah',
      phone: '0812',
      by: 'hub',
      device: 'hub',
      at: NOW,
      merges: [phoned._rev],
    })
  })

  it('[HR1] keep both values where both wrote one field of consequence', () => {
    const other = edited(patient, { name: 'Siti Khotijah' }, 'B', 2, rev(2, 'b'))
    const { write } = resolutionOf(patient._id, [named, other], NOW)
    expect(write?.['name']).toBe('Siti Khotijah')
    expect(JSON.stringify(write?.lost)).toContain('Siti Khotimah')
  })

  it('[HR2] [HR3] are settled once merged, whichever leaf carries the merge', () => {
    const { write } = resolutionOf(patient._id, [named, phoned], NOW)
    const merged = { ...write, _rev: rev(3, 'd') } as Leaf
    expect(openLeaves([merged, phoned])).toEqual([merged])
    expect(resolutionOf(patient._id, [merged, phoned], NOW)).toEqual({ write: undefined, outcome: 'settled' })
  })

  it('[HR3] are settled where the winner says all that the other says', () => {
    const grown = edited(named, { phone: '0813' }, 'A', 3, rev(3, 'e'))
    const { outcome } = resolutionOf(patient._id, [grown, { ...named, _rev: rev(2, 'f') }], NOW)
    expect(outcome).toBe('settled')
  })

  it('[HR5] are left where one is of a newer release', () => {
    const newer = { ...phoned, schema: 99 }
    expect(resolutionOf(patient._id, [named, newer], NOW)).toEqual({ write: undefined, outcome: 'left' })
  })
})

describe('a visit that was served here and cancelled there', () => {
  const visit = sample('encounter')
  const registered = { ...visit, status: 'registered', servedBy: null }
  const served = (minute: number) =>
    edited(registered, { status: 'served', servedBy: 'poli' }, 'A', minute, rev(2, 'c'))
  const cancelled = (minute: number) =>
    edited(registered, { status: 'cancelled', cancelReason: 'pulang' }, 'B', minute, rev(2, 'b'))

  it.each([
    ['served', 2, 1],
    ['cancelled', 1, 2],
  ])(
    '[HR1] is a document that can be stored when %s wins, with the other in lost',
    (status, servedAt, cancelledAt) => {
      const { write, outcome } = resolutionOf(visit._id, [served(servedAt), cancelled(cancelledAt)], NOW)
      expect(outcome).toBe('resolved')
      expect(write?.['status']).toBe(status)
      expect(write?.lost).toHaveProperty('status')
      expect(EncounterDocument.read(write).ok).toBe(true)
    },
  )
})

describe('when somebody writes meanwhile', () => {
  it('[HR4] the leaves are read again, and the later edit is in the merge', async () => {
    const later = edited(named, { phone: '0899' }, 'A', 4, rev(3, 'e'))
    const reads = [
      [named, phoned],
      [later, phoned],
    ]
    const written: object[] = []
    const outcome = await resolveRecord(
      {
        getLeaves: () => Promise.resolve(reads.shift() ?? []),
        bulkWrite: (_database, docs) => {
          written.push(...docs)
          const answer =
            written.length === 1
              ? {
                  ok: false as const,
                  id: patient._id,
                  error: 'conflict',
                  reason: 'Document update conflict.',
                }
              : { ok: true as const, id: patient._id, rev: rev(4, 'd') }
          return Promise.resolve([answer])
        },
      },
      'registry-1031948',
      patient._id,
      NOW,
    )
    expect(outcome).toBe('resolved')
    expect(written).toHaveLength(2)
    expect(written[1]).toMatchObject({
      _rev: later._rev,
      name: 'Siti Khotimah',
      phone: '0899',
      merges: [phoned._rev],
    })
  })
})
