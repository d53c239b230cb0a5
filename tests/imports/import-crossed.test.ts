/** An import that meets other writers, or is broken off, on a real hub. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../shared/calendar/calendar-date.ts'
import { instantOf } from '../../shared/calendar/instant.ts'
import { FacilityDocument } from '../../shared/documents/facility.ts'
import type { Patient } from '../../shared/documents/patient.ts'
import { editRecord } from '../../shared/sync/edit-record.ts'
import type { Couch, StoredDocument } from '../../sync-server/couch/couch.ts'
import { importSecret } from '../../sync-server/imports/hub/import-secret.ts'
import {
  importPatients,
  type ImportCouch,
  type ImportResult,
} from '../../sync-server/imports/import-patients.ts'
import { BEGINNING, FACILITY, startTestHub, type TestHub } from '../builders/hub.ts'

const REGISTRY = `registry-${FACILITY}`
const clerk = {
  by: 'loket',
  device: `${FACILITY}-A`,
  now: instantOf(BEGINNING + 60_000),
  writer: `${FACILITY}-A.1`,
  lastStamp: undefined,
} as const

let hub: TestHub
const couch = (): Couch => hub.registry().couch

beforeAll(async () => {
  hub = await startTestHub()
}, 120_000)
afterAll(async () => {
  await hub.stop()
}, 120_000)

async function importText(text: string, over: Partial<ImportCouch> = {}): Promise<ImportResult> {
  const reading = FacilityDocument.read(await couch().get('reference', `facility:${FACILITY}`))
  if (!reading.ok) throw new Error('no clinic')
  const request = {
    clinic: reading.doc,
    bytes: new TextEncoder().encode(text),
    on: calendarDate('2026-10-31'),
    year: 2026,
  }
  const secret = await importSecret(couch(), 'made once')
  return importPatients(request, { couch: { ...couch(), ...over }, now: instantOf(BEGINNING), secret })
}

async function patients(): Promise<readonly (StoredDocument & Patient)[]> {
  const rows = await couch().allDocs(REGISTRY, {
    startkey: 'patient:',
    endkey: 'patient:~',
    includeDocs: true,
  })
  return rows.map((row) => row.doc as StoredDocument & Patient)
}

function register(names: readonly string[], phone = ''): string {
  const lines = names.map((name, index) => `${name};L;31/12/1985;R-${String(index)};${phone}`)
  return ['Nama;JK;Tgl Lahir;No RM;HP', ...lines].join('\n')
}

describe('an import among other writers', () => {
  it('[IM23] begun twice at once uses one secret', async () => {
    const [one, other] = await Promise.all([importSecret(couch(), 'first'), importSecret(couch(), 'second')])
    expect(one).toBe(other)
    expect(await importSecret(couch(), 'third')).toBe(one)
  })

  it('[IM29] crossed by an edit at a desk keeps the edit and fills the rest', async () => {
    await importText(register(['Budi']))
    let crossed = false
    const result = await importText(register(['Budi'], '08123456789'), {
      bulkWrite: async (name, docs, options) => {
        const [budi] = await patients()
        const edit = crossed || !budi ? undefined : editRecord([budi], { motherName: 'Sri' }, clerk)
        crossed = true
        if (edit) await couch().bulkWrite(REGISTRY, [edit])
        return couch().bulkWrite(name, docs, options)
      },
    })
    expect(result.ok).toBe(true)
    expect(await patients()).toMatchObject([{ name: 'Budi', motherName: 'Sri', phone: '08123456789' }])
  })

  it('[IM29] always crossed it gives up by name', async () => {
    const result = await importText(register(['Baru']), {
      bulkWrite: async (_, docs) =>
        Promise.resolve(docs.map((doc) => ({ ok: false, id: doc._id ?? '', error: 'conflict', reason: '' }))),
    })
    expect(result).toEqual({ ok: false, problem: 'hub-busy' })
  })

  it('[IM29] broken off in the middle it is finished by the next run, nobody doubled', async () => {
    const names = Array.from(
      { length: 1_200 },
      (_, index) => `Pasien ${'abcdefghij'[index % 10] ?? ''}${String(index)}`,
    )
    let batches = 0
    const broken = importText(register(names), {
      bulkWrite: async (name, docs, options) => {
        batches += 1
        if (batches === 2) throw new Error('the line is cut')
        return couch().bulkWrite(name, docs, options)
      },
    })
    await expect(broken).rejects.toThrow('the line is cut')
    expect((await patients()).length).toBe(501)
    await importText(register(names))
    expect((await patients()).length).toBe(1_201)
  })
})
