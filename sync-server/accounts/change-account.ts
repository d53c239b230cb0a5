import type { Instant } from '../../shared/calendar/instant.ts'
import type { AccountStore } from './account-store.ts'
import { passwordFits } from './create-account.ts'
import { hashPassword } from './password.ts'
import type { Account } from './stored.ts'

const TRIES = 5

type Needs = Pick<AccountStore, 'account' | 'write'>
export type ChangeResult =
  { readonly ok: true } | { readonly ok: false; readonly problem: 'account-unknown' | 'password-too-short' }

async function change(
  accounts: Needs,
  username: string,
  to: (account: Account) => Account,
): Promise<ChangeResult> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const account = await accounts.account(username)
    if (!account) return { ok: false, problem: 'account-unknown' }
    if (await accounts.write(to(account))) return { ok: true }
  }
  throw new Error(`an account was changed by others ${String(TRIES)} times in a row`)
}

/** The account in its next era, with the moment at which the one before ended. */
function inNextEra(account: Account, now: Instant): Account {
  const eraEnds = { ...account.eraEnds, [String(account.era)]: now }
  return { ...account, era: account.era + 1, eraEnds }
}

/** A new password; sign-ins under the old one end (rule AC3). */
export async function changePassword(
  accounts: Needs,
  username: string,
  password: string,
  now: Instant,
): Promise<ChangeResult> {
  if (!passwordFits(password)) return { ok: false, problem: 'password-too-short' }
  const hash = await hashPassword(password)
  return change(accounts, username, (account) => ({ ...inNextEra(account, now), password: hash }))
}

/** Ends every sign-in of a person at once and lets nobody sign in under the name again (rule AC3). */
export async function closeAccount(accounts: Needs, username: string, now: Instant): Promise<ChangeResult> {
  return change(accounts, username, (account) => ({ ...inNextEra(account, now), active: false }))
}

/** Ends every sign-in of a person at once; the password still holds (rule AC3). */
export async function endSessions(accounts: Needs, username: string, now: Instant): Promise<ChangeResult> {
  return change(accounts, username, (account) => inNextEra(account, now))
}
