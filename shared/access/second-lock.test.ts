import { describe, expect, it } from 'vitest'
import { lockInQuickJs, type LockUnderTest, type Writer } from '../../tests/builders/lock-in-quickjs.ts'
import { storedSamples } from '../../tests/builders/stored-samples.ts'
import { DOCUMENT_TYPES } from '../documents/document-types.ts'
import { DATABASE_KINDS, databaseFor } from './databases.ts'
import { couchRole, DISTRICT_ROLES, FACILITY_ROLES, FacilityRole, mayWrite, type Role } from './roles.ts'
import { secondLock } from './second-lock.ts'

const CLINIC = '1031948'
const OTHER_CLINIC = '1031949'
const ROLES: readonly Role[] = [...FACILITY_ROLES, ...DISTRICT_ROLES]
const samples = storedSamples()

const locks = new Map<string, LockUnderTest>()
for (const kind of DATABASE_KINDS) {
  locks.set(kind, await lockInQuickJs(secondLock(databaseFor(kind, CLINIC, 2026))))
}

function roleAt(role: Role, facility = CLINIC): string {
  const ofClinic = FacilityRole.safeParse(role)
  return ofClinic.success ? couchRole({ role: ofClinic.data, facility }) : `d-${role}`
}

function lockFor(type: string): LockUnderTest {
  return locks.get(DOCUMENT_TYPES.get(type)!.database)!
}

function sample(type: string): Readonly<Record<string, unknown>> {
  return samples.find((one) => one.type === type)!.document
}

function writer(name: unknown, ...roles: readonly string[]): Writer {
  return { name: String(name), roles }
}

const clerk = writer('sari.loket', roleAt('loket'))
const patient = sample('patient')
const poverty = sample('poverty')

describe('the second lock, in QuickJS', () => {
  it.each(samples)(
    '[SL1] [SL10] $file is written by exactly the roles of the table',
    ({ type, document }) => {
      const lock = lockFor(type)
      for (const role of ROLES) {
        const verdict = lock(document, null, writer(document['by'], roleAt(role)))
        expect([role, verdict === 'accepted']).toEqual([role, mayWrite(role, type)])
      }
    },
  )

  it('[SL1] a role of another clinic writes nothing here', () => {
    const stranger = writer('sari.loket', roleAt('loket', OTHER_CLINIC))
    expect(lockFor('patient')(patient, null, stranger)).toMatch(/^role-may-not-write: type:/)
  })

  it.each(samples)('[SL2] $file is refused in every database but its own', ({ type, document }) => {
    const everyRole = writer(document['by'], ...ROLES.map((role) => roleAt(role)))
    for (const kind of DATABASE_KINDS.filter((one) => one !== DOCUMENT_TYPES.get(type)?.database)) {
      expect(locks.get(kind)!(document, null, everyRole)).toMatch(/^wrong-database: _id:/)
    }
  })

  it.each([
    ['a type that is not the id’s', { type: 'household' }, 'not-valid: type:'],
    ['no type', { type: undefined }, 'not-valid: type:'],
    ['an id of another type', { _id: 'household:01JB7Q3M5N8P2R4S6T8V0W2X01' }, 'not-valid: type:'],
    [
      'an id that names a property of every object',
      { _id: 'constructor:1', type: 'constructor' },
      'wrong-database: _id:',
    ],
    ['an id without a type', { _id: '01JB7Q3M5N8P2R4S6T8V0W2X01' }, 'wrong-database: _id:'],
  ])('[SL2] %s is refused', (_why, change, reason) => {
    expect(lockFor('patient')({ ...patient, ...change }, null, clerk)).toContain(reason)
  })

  it.each([
    ['schema', undefined],
    ['schema', '1'],
    ['schema', 0],
    ['schema', 1.5],
    ['schema', null],
    ['by', undefined],
    ['by', 7],
    ['device', null],
    ['device', {}],
    ['at', 1_790_000_000_000],
    ['stamp', []],
    ['stamp', undefined],
    ['stamps', undefined],
    ['stamps', []],
    ['stamps', 'x'],
    ['stamps', null],
  ])('[SL3] %s as %j is refused by name', (field, value) => {
    expect(lockFor('patient')({ ...patient, [field]: value }, null, clerk)).toMatch(`not-valid: ${field}:`)
  })

  it('[SL3] a fact that is only added needs no stamps', () => {
    expect(poverty).not.toHaveProperty('stamps')
    expect(lockFor('poverty')(poverty, null, clerk)).toBe('accepted')
  })

  it('[SL4] somebody else’s name is refused, the hub’s too', () => {
    for (const by of ['dr.wati', 'hub', 'import']) {
      expect(lockFor('patient')({ ...patient, by }, null, clerk)).toMatch(/^author-not-of-token: by:/)
    }
  })

  it('[SL5] nobody deletes, whatever else the tombstone carries', () => {
    const { _id } = patient
    for (const tombstone of [
      { _id, _deleted: true },
      { ...patient, _deleted: true },
    ]) {
      expect(lockFor('patient')(tombstone, patient, clerk)).toMatch(/^deletion-refused:/)
    }
  })

  it('[SL6] what is only added is refused over an old document, what is edited is not', () => {
    expect(lockFor('poverty')({ ...poverty, poor: false }, poverty, clerk)).toMatch(/^already-written:/)
    expect(lockFor('patient')({ ...patient, name: 'Siti Aminah S.' }, patient, clerk)).toBe('accepted')
  })

  it('[SL7] a design document is refused from people and from the hub, not from the administrator', () => {
    const design = { _id: '_design/lock', validate_doc_update: 'function () {}' }
    expect(lockFor('patient')(design, null, clerk)).toMatch(/^type-unknown:/)
    expect(lockFor('patient')(design, null, writer('hub', 'hub'))).toMatch(/^type-unknown:/)
    expect(lockFor('patient')(design, null, writer('admin', '_admin'))).toBe('accepted')
  })

  it.each(['hub', '_admin'])('[SL8] the role %s writes, changes and closes anything', (role) => {
    const hub = writer('hub', role)
    expect(locks.get('accounts')!({ _id: 'account:sari.loket' }, null, hub)).toBe('accepted')
    expect(lockFor('poverty')(poverty, poverty, hub)).toBe('accepted')
    expect(lockFor('patient')({ _id: patient['_id'], _deleted: true }, patient, hub)).toBe('accepted')
  })

  it('[SL8] nobody else writes accounts', () => {
    const all = writer('sari.loket', ...ROLES.map((role) => roleAt(role)))
    expect(
      locks.get('accounts')!({ ...patient, _id: 'account:sari.loket', type: 'account' }, null, all),
    ).toMatch(/^wrong-database:/)
  })

  it.each([
    ['nobody', null],
    ['an empty name', ''],
    ['a reserved name', '_sari'],
  ])('[SL9] %s is refused', (_why, name) => {
    const verdict = lockFor('patient')({ ...patient, by: name }, null, { name, roles: [roleAt('loket')] })
    expect(verdict).toMatch(/^author-not-of-token:/)
  })

  it('[SL9] an attachment is refused', () => {
    const attached = { ...patient, _attachments: { 'x.txt': { content_type: 'text/plain', data: 'eA==' } } }
    expect(lockFor('patient')(attached, null, clerk)).toMatch(/^attachment-refused: _attachments:/)
  })
})

describe('the text of the second lock', () => {
  it.each(DATABASE_KINDS)('of %s uses no word that an older engine lacks', (kind) => {
    const text = secondLock(databaseFor(kind, CLINIC, 2026))
    expect(text).not.toMatch(/=>|\b(let|const|class|async|await|import|require)\b|\?\.|\?\?|`|\.\.\./)
  })

  it('says the same each time, so that an unchanged lock is not written again', () => {
    expect(secondLock({ kind: 'registry', facility: CLINIC })).toBe(
      secondLock({ kind: 'registry', facility: CLINIC }),
    )
  })
})
