import type { Instant } from '../../shared/calendar/instant.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { isPassword, spendACheck } from '../accounts/password.ts'
import { hashOf, newSecret } from '../accounts/secrets.ts'
import type { Account, Desk, Session } from '../accounts/stored.ts'
import { deviceOf } from '../devices/known-desk.ts'
import { grantsHere, type Caller } from './caller.ts'
import { callerOf, expiryFrom } from './session-life.ts'

export type SignInRefusal = 'sign-in-refused' | 'desk-unknown' | 'account-not-of-this-clinic'

/**
 * Whether a person whose password was right may begin here (rules SE2, SE3): at a desk with a role of its clinic or of the
 * district, without a desk only with a role of the district.
 */
export function mayBegin(account: Account, desk: Desk | undefined): SignInRefusal | undefined {
  if (!account.active) return 'sign-in-refused'
  if (grantsHere(account.grants, desk?.facility ?? null).length > 0) return undefined
  return desk ? 'account-not-of-this-clinic' : 'desk-unknown'
}

export type SignIn = { readonly username: string; readonly password: string; readonly desk: Desk | undefined }

export type SignInResult =
  | { readonly ok: true; readonly token: string; readonly caller: Caller; readonly session: Session }
  | { readonly ok: false; readonly problem: SignInRefusal }

async function accountOf(
  accounts: Pick<AccountStore, 'account'>,
  { username, password }: SignIn,
): Promise<Account | undefined> {
  const account = await accounts.account(username)
  const right = account ? await isPassword(password, account.password) : await spendACheck(password)
  return right ? account : undefined
}

/** Checks a password and begins a session: a random token of which the hub keeps the hash. */
export async function signIn(
  accounts: Pick<AccountStore, 'account' | 'write'>,
  request: SignIn,
  now: Instant,
): Promise<SignInResult> {
  const account = await accountOf(accounts, request)
  if (!account) return { ok: false, problem: 'sign-in-refused' }
  const refusal = mayBegin(account, request.desk)
  if (refusal) return { ok: false, problem: refusal }

  const token = newSecret('s')
  const session: Session = {
    _id: `session:${hashOf(token)}`,
    type: 'session',
    username: account.username,
    desk: request.desk ? deviceOf(request.desk) : null,
    era: account.era,
    begunAt: now,
    expiresAt: expiryFrom(now),
    signedOutAt: null,
  }
  const caller = callerOf(session, { account, desk: request.desk })
  if (!caller || !(await accounts.write(session))) throw new Error('a new session could not be stored')
  return { ok: true, token, caller, session }
}
