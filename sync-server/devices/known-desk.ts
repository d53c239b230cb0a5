import type { AccountStore } from '../accounts/account-store.ts'
import { isSecret } from '../accounts/secrets.ts'
import type { Desk } from '../accounts/stored.ts'

const HEADER = /^Desk (\d{7}-[A-Z]{1,2}):(d_[A-Za-z0-9_-]{43})$/

/** The enrolled desk behind `Authorization: Desk <device>:<credential>`, or `undefined` (rule DV4). */
export async function knownDesk(
  accounts: Pick<AccountStore, 'desk'>,
  authorization: string | undefined,
): Promise<Desk | undefined> {
  const [, device, credential] = HEADER.exec(authorization ?? '') ?? []
  if (device === undefined || credential === undefined) return undefined
  const desk = await accounts.desk(device)
  if (!desk || desk.revokedAt !== null || !isSecret(credential, desk.credential)) return undefined
  return desk
}

export function deviceOf(desk: Desk): string {
  return `${desk.facility}-${desk.letter}`
}
