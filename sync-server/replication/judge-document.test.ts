import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDatabaseName, type DatabaseRef } from '../../shared/access/databases.ts'
import { DISTRICT_ROLES, FACILITY_ROLES, RIGHTS, type Grant } from '../../shared/access/roles.ts'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'
import { caller, pushed, rev, revisionsOf, type Pushed } from '../../tests/builders/pushed.ts'
import { storedSamples } from '../../tests/builders/stored-samples.ts'
import { aheadOf, judgeDocument, type Author } from './judge-document.ts'

function at(name: string): DatabaseRef {
  const database = parseDatabaseName(name)
  if (!database) throw new Error(name)
  return database
}
const registry = at('registry-1031948')
const visits = at('visits-1031948-2026')

function problemOf(doc: unknown, author: Author, database: DatabaseRef): string | undefined {
  const verdict = judgeDocument(doc, author, database)
  return verdict.ok ? undefined : `${verdict.problem}: ${verdict.field}`
}

describe('the type of a pushed document', () => {
  it('[GW3] is one of ours, and its id begins with it', () => {
    expect(problemOf(pushed('patient'), caller('loket'), registry)).toBeUndefined()
    expect(problemOf(pushed('patient', { type: 'person' }), caller('loket'), registry)).toBe(
      'type-unknown: type',
    )
    expect(problemOf(pushed('patient', { type: 'household' }), caller('loket'), registry)).toBe(
      'not-valid: _id',
    )
    expect(problemOf(pushed('patient', { _id: '_design/x' }), caller('loket'), registry)).toBe(
      'not-valid: _id',
    )
    expect(problemOf(pushed('patient', { _id: 7 }), caller('loket'), registry)).toBe('not-valid: _id')
  })

  it.each([
    ['nik', { nik: '123' }],
    ['birth.on', { birth: { on: '2026-02-30', precision: 'day' } }],
    ['stamp', { stamp: 'yesterday' }],
    ['schema', { schema: 'one' }],
  ])('[GW3] a fault is named by its field: %s', (field, over) => {
    expect(problemOf(pushed('patient', over), caller('loket'), registry)).toBe(`not-valid: ${field}`)
  })

  it('[GW3] one from a newer release is refused by that name', () => {
    expect(problemOf(pushed('patient', { schema: 999 }), caller('loket'), registry)).toBe(
      'newer-than-this-hub: schema',
    )
  })

  it.each(storedSamples())('[GW3] a stored $type of version $version passes', ({ document, type }) => {
    const definition = DOCUMENT_TYPES.get(type)
    const place: Record<string, string> = {
      visits: 'visits-1031948-2026',
      clinical: 'clinical-1031948-2026',
      reference: 'reference',
      accounts: 'accounts',
    }
    const name = place[definition?.database ?? ''] ?? `${String(definition?.database)}-1031948`
    const writer = [...FACILITY_ROLES, ...DISTRICT_ROLES].find((role) => RIGHTS[role].writes.includes(type))
    const author = {
      ...caller(...(writer ? [writer] : [])),
      username: document['by'] as string,
      device: document['device'] as string,
    }
    const first = rev(1, 'a')
    const doc = { ...document, _rev: first, _revisions: revisionsOf(first) }
    // What no role pushes (punches go through the drop box) is refused for that alone, its content being good.
    expect(problemOf(doc, author, at(name))).toBe(writer ? undefined : 'role-may-not-write: type')
  })
})

describe('the place of a pushed document', () => {
  it('[GW4] is the kind of database that its type names', () => {
    expect(problemOf(pushed('patient'), caller('clinician'), visits)).toBe('wrong-database: type')
    expect(problemOf(pushed('encounter'), caller('clinician'), registry)).toBe('wrong-database: type')
    expect(problemOf(pushed('condition'), caller('clinician'), visits)).toBe('wrong-database: type')
  })

  it('[GW4] is the slice of its year', () => {
    expect(problemOf(pushed('encounter'), caller('loket'), visits)).toBeUndefined()
    expect(problemOf(pushed('encounter'), caller('loket'), at('visits-1031948-2025'))).toBe('wrong-year: _id')
    expect(problemOf(pushed('condition'), caller('clinician'), at('clinical-1031948-2025'))).toBe(
      'wrong-year: _id',
    )
  })

  it('[GW4] is any slice for evidence, which has no date in its id', () => {
    expect(problemOf(pushed('seen-before'), caller('loket'), at('visits-1031948-2025'))).toBeUndefined()
  })
})

describe('the writer of a pushed document', () => {
  it('[GW5] has a role that writes its type, at this clinic', () => {
    expect(problemOf(pushed('condition'), caller('loket'), at('clinical-1031948-2026'))).toBe(
      'role-may-not-write: type',
    )
    expect(problemOf(pushed('patient'), caller('tu'), registry)).toBe('role-may-not-write: type')
    expect(problemOf(pushed('patient'), caller('dinas'), registry)).toBe('role-may-not-write: type')
    expect(problemOf(pushed('patient'), caller('loket'), at('registry-1031949'))).toBe(
      'role-may-not-write: type',
    )
    expect(problemOf(pushed('facility'), caller('head'), at('reference'))).toBe('role-may-not-write: type')
  })

  it('[GW6] is the person and the desk of the token', () => {
    const other = pushed('patient', { by: 'budi' })
    expect(problemOf(other, caller('loket'), registry)).toBe('author-not-of-token: by')
    expect(problemOf(pushed('patient', { by: 'hub' }), caller('loket'), registry)).toBe(
      'author-not-of-token: by',
    )
    const elsewhere = pushed('patient', { device: '1031948-B' })
    expect(problemOf(elsewhere, caller('loket'), registry)).toBe('desk-not-of-token: device')
  })
})

describe('the form of a pushed document', () => {
  it.each([
    ['deletion-refused: _deleted', { _deleted: true }],
    ['deletion-refused: _deleted', { _deleted: false }],
    ['attachment-refused: _attachments', { _attachments: { photo: { stub: true } } }],
    ['hidden-field: _', { _admin: true }],
    ['hidden-field: _', { _conflicts: [] }],
  ])('[GW12] %s', (problem, over) => {
    expect(problemOf(pushed('patient', over), caller('loket'), registry)).toBe(problem)
  })

  it('[GW8] states a history that fits its revision', () => {
    const forged = pushed('patient', { _revisions: revisionsOf(rev(2, 'b'), rev(1, 'a')) })
    expect(problemOf(forged, caller('loket'), registry)).toBe('revisions-not-consistent: _revisions')
  })

  it.each([[null], ['a text'], [7], [[pushed('patient')]]])('[GW3] is an object, not %j', (doc) => {
    expect(problemOf(doc, caller('loket'), registry)).toBe('not-valid: _id')
  })
})

describe('a stamp', () => {
  const now = Date.parse('2026-10-05T01:00:00.000Z')
  const after = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
  const stamped = (minutes: number) => `${after(minutes)}/0000/1031948-A.k3`

  it('[GW14] is noted more than ten minutes ahead of the hub, in every place that has one', () => {
    const quiet = { at: after(-5), stamp: stamped(-5), stamps: { name: stamped(10) } }
    expect(aheadOf(quiet, now)).toBeUndefined()
    expect(aheadOf({ ...quiet, at: after(11) }, now)).toBe(11 * 60_000)
    expect(aheadOf({ ...quiet, stamp: stamped(12) }, now)).toBe(12 * 60_000)
    expect(aheadOf({ ...quiet, stamps: { name: stamped(-5), nik: stamped(13) } }, now)).toBe(13 * 60_000)
  })

  it('[GW14] of any year is no reason to refuse', () => {
    const far = pushed('patient', {
      at: '2099-01-01T00:00:00.000Z',
      stamp: '2099-01-01T00:00:00.000Z/0000/1031948-A.k3',
    })
    expect(problemOf(far, caller('loket'), registry)).toBeUndefined()
  })
})

describe('every accepted document', () => {
  const USERS = ['sari.loket', 'budi', 'hub']
  const DESKS = ['1031948-A', '1031948-B', '1031949-A', 'hub']
  const DATABASES = [
    'reference',
    'accounts',
    ...['1031948', '1031949'].flatMap((facility) => [
      ...['roster', 'registry', 'staff', 'reports'].map((kind) => `${kind}-${facility}`),
      ...['visits', 'clinical'].flatMap((kind) => [`${kind}-${facility}-2025`, `${kind}-${facility}-2026`]),
    ]),
  ]
  const anyGrant: fc.Arbitrary<Grant> = fc.oneof(
    fc.record({ role: fc.constantFrom(...FACILITY_ROLES), facility: fc.constantFrom('1031948', '1031949') }),
    fc.record({ role: fc.constantFrom(...DISTRICT_ROLES) }),
  )
  const samples = new Map(storedSamples().map(({ type }) => [type, pushed(type)]))
  const anyType = fc.constantFrom(...samples.keys())
  const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: other })

  /** Mostly what a desk sends, so that a good part is accepted; each of its agreements is broken now and then. */
  const anyPush = fc
    .record({
      author: fc.record({
        username: fc.constantFrom(...USERS),
        device: fc.constantFrom(...DESKS),
        grants: fc.array(anyGrant, { minLength: 1, maxLength: 3 }),
      }),
      type: anyType,
      year: fc.constantFrom('2025', '2026'),
    })
    .chain(({ author, type, year }) => {
      const kind = DOCUMENT_TYPES.get(type)?.database ?? 'accounts'
      const homes = DATABASES.filter((name) => at(name).kind === kind)
      const changes = fc.record({
        by: mostly(fc.constant(author.username), fc.constantFrom(...USERS)),
        device: mostly(fc.constant(author.device), fc.constantFrom(...DESKS)),
        type: mostly(fc.constant(type), anyType),
      })
      const database = mostly(fc.constantFrom(...homes), fc.constantFrom(...DATABASES))
      return fc.record({ author: fc.constant(author), name: database, changes }).map((sent) => {
        // Dated ids and the days that repeat them move together, so that the document itself stays good.
        const dated = JSON.stringify(samples.get(type)).replaceAll('2026-10', `${year}-10`)
        return { ...sent, doc: { ...(JSON.parse(dated) as Pushed), ...sent.changes } }
      })
    })

  function mayWriteHere({ grants }: Author, type: string, database: DatabaseRef): boolean {
    return grants.some(
      (grant) =>
        RIGHTS[grant.role].writes.includes(type) &&
        (!('facility' in grant) || !('facility' in database) || grant.facility === database.facility),
    )
  }

  it('[GW4] [GW5] [GW6] agrees with its token, its type, its database and its year', () => {
    let accepted = 0
    fc.assert(
      fc.property(anyPush, ({ doc, author, name }) => {
        const database = at(name)
        if (!judgeDocument(doc, author, database).ok) return
        accepted += 1
        const { type } = doc
        expect(doc['by']).toBe(author.username)
        expect(doc['device']).toBe(author.device)
        expect(doc._id.startsWith(`${type}:`)).toBe(true)
        expect(DOCUMENT_TYPES.get(type)?.database).toBe(database.kind)
        expect(mayWriteHere(author, type, database)).toBe(true)
        const dated = /:(\d{4})-\d{2}-\d{2}:/.exec(doc._id)
        if ('year' in database && dated) expect(Number(dated[1])).toBe(database.year)
      }),
      { numRuns: 5000 },
    )
    expect(accepted).toBeGreaterThan(0)
  })
})
