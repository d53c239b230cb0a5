import { FACILITY_ROLES, HUB_ACCOUNT, type Grant } from '../../shared/access/roles.ts'
import { Username } from '../../shared/documents/ids.ts'
import type { AccountStore } from './account-store.ts'
import { hashPassword } from './password.ts'
import { Account } from './stored.ts'

/** Names that stand in documents for the hub's own programs, so that no person may have them. */
const RESERVED_NAMES: ReadonlySet<string> = new Set([HUB_ACCOUNT, 'import', 'demo', 'admin'])
const SHORTEST_PASSWORD = 8
const LONGEST_PASSWORD = 200

export type NewAccount = {
  readonly username: string
  /** The person's name, as shown on the screen. */
  readonly name: string
  readonly password: string
  readonly grants: readonly Grant[]
  /** The person in the roster of their clinic. */
  readonly practitioner: string | null
}

export type AccountRefusal = 'name-not-allowed' | 'name-taken' | 'password-too-short' | 'not-valid'
export type AccountResult = { readonly ok: true } | { readonly ok: false; readonly problem: AccountRefusal }

/** Whether a person may have that sign-in name (rule AC1). */
export function isAllowedName(username: string): boolean {
  return Username.safeParse(username).success && !RESERVED_NAMES.has(username)
}

/** Long enough to be worth hashing, short enough to hash. */
export function passwordFits(password: string): boolean {
  return password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD
}

/** Makes an account. Two of one name made at the same instant: the second is refused (rule AC2). */
export async function createAccount(
  accounts: Pick<AccountStore, 'account' | 'write'>,
  account: NewAccount,
): Promise<AccountResult> {
  if (!isAllowedName(account.username)) return { ok: false, problem: 'name-not-allowed' }
  if (!passwordFits(account.password)) return { ok: false, problem: 'password-too-short' }
  if (await accounts.account(account.username)) return { ok: false, problem: 'name-taken' }

  const record = Account.safeParse({
    _id: `account:${account.username}`,
    type: 'account',
    username: account.username,
    name: account.name,
    password: await hashPassword(account.password),
    grants: account.grants,
    practitioner: account.practitioner,
    active: true,
    era: 0,
  })
  if (!record.success) return { ok: false, problem: 'not-valid' }
  return (await accounts.write(record.data)) ? { ok: true } : { ok: false, problem: 'name-taken' }
}

/** A grant as typed on a command line: `loket@1031948`, `dinas`; `undefined` where it is none. */
export function readGrant(text: string): Grant | undefined {
  const [role = '', facility] = text.split('@')
  const facilityRole = FACILITY_ROLES.find((one) => one === role)
  if (facilityRole) return facility && /^\d{7}$/.test(facility) ? { role: facilityRole, facility } : undefined
  if (facility === undefined && (role === 'dinas' || role === 'district-admin')) return { role }
  return undefined
}
