import type { Instant } from '../../shared/calendar/instant.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { hashOf } from '../accounts/secrets.ts'
import type { Session } from '../accounts/stored.ts'
import type { Caller } from './caller.ts'
import { callerOf, endOf, expiryFrom, needsRenewal, type SessionOwners } from './session-life.ts'

const HEADER = /^Bearer (s_[A-Za-z0-9_-]{43})$/

type Reads = Pick<AccountStore, 'account' | 'desk' | 'session'>

/** The session of a token with its account and desk as they are now, ended or not. */
export async function sessionOf(
  accounts: Reads,
  token: string,
): Promise<{ readonly session: Session; readonly owners: SessionOwners } | undefined> {
  const session = await accounts.session(hashOf(token))
  if (!session) return undefined
  const [account, desk] = await Promise.all([
    accounts.account(session.username),
    session.desk === null ? undefined : accounts.desk(session.desk),
  ])
  return { session, owners: { account, desk } }
}

export type Known =
  | { readonly ok: true; readonly caller: Caller; readonly session: Session }
  | { readonly ok: false; readonly problem: 'sign-in-needed' | 'session-ended' }

/** The person behind `Authorization: Bearer <token>`, read afresh for each request, so that a revocation holds at once. */
export async function knownCaller(
  accounts: Reads & Pick<AccountStore, 'write'>,
  authorization: string | undefined,
  now: Instant,
): Promise<Known> {
  const token = HEADER.exec(authorization ?? '')?.[1]
  if (token === undefined) return { ok: false, problem: 'sign-in-needed' }
  const found = await sessionOf(accounts, token)
  const caller = found && now < endOf(found.session) ? callerOf(found.session, found.owners) : undefined
  if (!found || !caller) return { ok: false, problem: 'session-ended' }
  const { session } = found
  if (!needsRenewal(session, now)) return { ok: true, caller, session }
  const renewed = { ...session, expiresAt: expiryFrom(now) }
  // A second request may have renewed it at the same instant: then its write stands, and says the same.
  await accounts.write(renewed)
  return { ok: true, caller, session: renewed }
}

/** Ends a session; one that another request changed meanwhile is read again. */
export async function signOut(
  accounts: Reads & Pick<AccountStore, 'write'>,
  session: Session,
  now: Instant,
): Promise<void> {
  let current: Session | undefined = session
  while (current?.signedOutAt === null && !(await accounts.write({ ...current, signedOutAt: now }))) {
    current = await accounts.session(current._id.slice('session:'.length))
  }
}
