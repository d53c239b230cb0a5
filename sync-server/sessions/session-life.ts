import type { Instant } from '../../shared/calendar/instant.ts'
import type { Account, Desk, Session } from '../accounts/stored.ts'
import { grantsHere, NO_DESK, type Caller } from './caller.ts'
import { addTime } from './times.ts'

/** A sign-in lasts that long without use; each use begins the time anew (rule SE4). */
export const SESSION_DAYS = 42
const RENEWED_AFTER_DAYS = 1

export function expiryFrom(now: Instant): Instant {
  return addTime(now, { days: SESSION_DAYS })
}

/** A sign-in is renewed at most once a day, so that a busy desk does not write at each request. */
export function needsRenewal(session: Session, now: Instant): boolean {
  return session.expiresAt < addTime(now, { days: SESSION_DAYS - RENEWED_AFTER_DAYS })
}

/** What a session belongs to, as the hub has it now; a desk is `undefined` where there is none or it is not known. */
export type SessionOwners = { readonly account: Account | undefined; readonly desk: Desk | undefined }

/** The account was closed or the desk withdrawn: whatever was done under the session, it vouches for nothing more. */
function isBarred(session: Session, { account, desk }: SessionOwners): boolean {
  if (!account?.active) return true
  return session.desk !== null && (!desk || desk.revokedAt !== null)
}

/** Somebody took the right away: the account was closed, its sign-ins ended, or the desk withdrawn (rule SE5). */
export function isRevoked(session: Session, owners: SessionOwners): boolean {
  return isBarred(session, owners) || owners.account?.era !== session.era
}

/** The moment at which all sign-ins of the session's era were ended; `undefined` where they were not or it is not known. */
export function eraEndOf(session: Session, { account }: SessionOwners): Instant | undefined {
  return account?.era === session.era ? undefined : account?.eraEnds?.[String(session.era)]
}

/** The moment at which a session ended or will end by itself. */
export function endOf(session: Session): Instant {
  const { signedOutAt, expiresAt } = session
  return signedOutAt !== null && signedOutAt < expiresAt ? signedOutAt : expiresAt
}

/** The person behind a session with the rights that hold now, or `undefined` where they hold none here any more. */
export function callerOf(session: Session, owners: SessionOwners): Caller | undefined {
  return isRevoked(session, owners) ? undefined : authorOf(session, owners)
}

/** The person who wrote something while the session held, also where all sign-ins of its era were ended since. */
export function authorOf(session: Session, owners: SessionOwners): Caller | undefined {
  const { account, desk } = owners
  if (!account || isBarred(session, owners)) return undefined
  const facility = desk?.facility ?? null
  const grants = grantsHere(account.grants, facility)
  if (grants.length === 0) return undefined
  const { username, name, practitioner } = account
  return { username, name, practitioner, grants, facility, device: session.desk ?? NO_DESK }
}
