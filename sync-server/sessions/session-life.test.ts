import { describe, expect, it } from 'vitest'
import type { Grant } from '../../shared/access/roles.ts'
import { instantOf, type Instant } from '../../shared/calendar/instant.ts'
import { isAllowedName, readGrant } from '../accounts/create-account.ts'
import type { Account, Desk, Session } from '../accounts/stored.ts'
import { couchRolesOf, grantsHere } from './caller.ts'
import { callerOf, endOf, isRevoked, needsRenewal } from './session-life.ts'
import { mayBegin } from './sign-in.ts'
import { countTries, WAIT_MS, WRONG_TRIES } from './tries.ts'

const DAY = 86_400_000
const BEGAN = Date.UTC(2026, 9, 1)
const at = (days: number): Instant => instantOf(BEGAN + days * DAY)

const loket: Grant = { role: 'loket', facility: '1031948' }
const elsewhere: Grant = { role: 'head', facility: '1031949' }
const dinas: Grant = { role: 'dinas' }

function account(over: Partial<Account> = {}): Account {
  return {
    _id: 'account:sari',
    type: 'account',
    username: 'sari',
    name: 'Sari',
    password: '',
    grants: [loket],
    practitioner: null,
    active: true,
    era: 0,
    ...over,
  }
}

function desk(over: Partial<Desk> = {}): Desk {
  return {
    _id: 'desk:1031948-A',
    type: 'desk',
    facility: '1031948',
    letter: 'A',
    credential: '',
    groups: [],
    enrolledAt: at(0),
    revokedAt: null,
    ...over,
  }
}

function session(over: Partial<Session> = {}): Session {
  return {
    _id: 'session:0',
    type: 'session',
    username: 'sari',
    desk: '1031948-A',
    era: 0,
    begunAt: at(0),
    expiresAt: at(42),
    signedOutAt: null,
    ...over,
  }
}

describe('the rights that hold here', () => {
  it.each([
    ['at the desk of one clinic only its roles', [loket, elsewhere, dinas], '1031948', [loket]],
    ['at a clinic without a role there the district’s', [elsewhere, dinas], '1031948', [dinas]],
    ['at a clinic without any of the two none', [elsewhere], '1031948', []],
    ['without a desk the district’s', [loket, dinas], null, [dinas]],
    ['without a desk nothing of a clinic', [loket], null, []],
  ])('[SE3] %s', (_what, grants, facility, here) => {
    expect(grantsHere(grants, facility)).toEqual(here)
  })

  it('[SE8] are the only roles in the token for the databases', () => {
    expect(couchRolesOf(grantsHere([loket, elsewhere, dinas], '1031948'))).toEqual(['f-1031948-loket'])
  })
})

describe('a sign-in', () => {
  it('[SE2] of the clinic’s people needs a desk of their clinic', () => {
    expect(mayBegin(account(), desk())).toBeUndefined()
    expect(mayBegin(account(), undefined)).toBe('desk-unknown')
    expect(mayBegin(account({ grants: [elsewhere] }), desk())).toBe('account-not-of-this-clinic')
  })

  it('[SE2] of the district’s people needs none', () => {
    expect(mayBegin(account({ grants: [dinas] }), undefined)).toBeUndefined()
    expect(mayBegin(account({ grants: [dinas] }), desk())).toBeUndefined()
  })

  it('[SE2] is not possible with a closed account', () => {
    expect(mayBegin(account({ active: false }), desk())).toBe('sign-in-refused')
  })

  it('[SE4] is renewed after a day, not within it', () => {
    expect(needsRenewal(session(), at(1))).toBe(false)
    expect(needsRenewal(session(), at(1.01))).toBe(true)
  })

  it.each([
    ['the account is as it was', {}, {}, false],
    ['the account is closed', { active: false }, {}, true],
    ['its sign-ins were ended', { era: 1 }, {}, true],
    ['the desk is withdrawn', {}, { revokedAt: at(3) }, true],
  ])('[SE5] while %s: revoked %s', (_why, ofAccount, ofDesk, revoked) => {
    const owners = { account: account(ofAccount), desk: desk(ofDesk) }
    expect(isRevoked(session(), owners)).toBe(revoked)
    expect(callerOf(session(), owners) === undefined).toBe(revoked)
  })

  it('[SE5] does not outlive its account or its desk', () => {
    expect(isRevoked(session(), { account: undefined, desk: desk() })).toBe(true)
    expect(isRevoked(session(), { account: account(), desk: undefined })).toBe(true)
  })

  it('[SE5] holds no longer when the person lost every role here', () => {
    expect(callerOf(session(), { account: account({ grants: [elsewhere] }), desk: desk() })).toBeUndefined()
  })

  it('[SE7] ends when it runs out or was signed out, whichever is first', () => {
    expect(endOf(session())).toBe(at(42))
    expect(endOf(session({ signedOutAt: at(3) }))).toBe(at(3))
    expect(endOf(session({ signedOutAt: at(50) }))).toBe(at(42))
  })
})

describe('wrong passwords', () => {
  it('[SE6] make one account at one address wait, no other, until the first of them is old', () => {
    const tries = countTries()
    for (let index = 0; index < WRONG_TRIES; index += 1) {
      expect(tries.waitMs('sari', '10.0.0.1', index)).toBe(0)
      tries.begun('sari', '10.0.0.1', index)
    }
    expect(tries.waitMs('sari', '10.0.0.1', WRONG_TRIES)).toBe(WAIT_MS - WRONG_TRIES)
    expect(tries.waitMs('budi', '10.0.0.1', WRONG_TRIES)).toBe(0)
    expect(tries.waitMs('sari', '10.0.0.2', WRONG_TRIES)).toBe(0)
    expect(tries.waitMs('sari', '10.0.0.1', WAIT_MS)).toBe(0)
  })

  it('[SE6] are not those whose password was right and whose sign-in failed for something else', () => {
    const tries = countTries()
    for (let index = 0; index < WRONG_TRIES; index += 1) tries.begun('sari', '10.0.0.1', index)
    tries.notWrong('sari', '10.0.0.1', 3)
    expect(tries.waitMs('sari', '10.0.0.1', WRONG_TRIES)).toBe(0)
    tries.notWrong('sari', '10.0.0.1', 3)
    tries.begun('sari', '10.0.0.1', WRONG_TRIES)
    expect(tries.waitMs('sari', '10.0.0.1', WRONG_TRIES)).toBe(WAIT_MS - WRONG_TRIES)
  })

  it('[SE6] are forgotten with the right one', () => {
    const tries = countTries()
    for (let index = 0; index < WRONG_TRIES - 1; index += 1) tries.begun('sari', '10.0.0.1', 0)
    tries.right('sari', '10.0.0.1')
    tries.begun('sari', '10.0.0.1', 1)
    expect(tries.waitMs('sari', '10.0.0.1', 2)).toBe(0)
  })
})

describe('a sign-in name', () => {
  it.each([
    ['sari.loket', true, 'what people have'],
    ['dr_budi-2', true, 'an underscore inside'],
    ['_admin', false, 'CouchDB’s own begin so'],
    ['hub', false, 'stands for the hub in documents'],
    ['import', false, 'stands for the importer'],
    ['demo', false, 'stands for the seeder'],
    ['admin', false, 'the administrator of the databases'],
    ['Sari', false, 'one spelling only'],
    ['s', false, 'too short'],
    ['sari loket', false, 'a space'],
  ])('[AC1] %s: %s, %s', (username, allowed) => {
    expect(isAllowedName(username)).toBe(allowed)
  })
})

describe('a grant on the command line', () => {
  it.each([
    ['loket@1031948', loket],
    ['dinas', dinas],
    ['loket', undefined],
    ['loket@103', undefined],
    ['dinas@1031948', undefined],
    ['_admin', undefined],
    ['hub', undefined],
  ])('%s', (text, grant) => {
    expect(readGrant(text)).toEqual(grant)
  })
})
