import type { Instant } from '../../shared/calendar/instant.ts'
import type { AccountStore } from '../accounts/account-store.ts'

/** Takes a computer's enrolment back: from the next request on it and the sign-ins on it open nothing (rules DV4, SE5). */
export async function withdrawDesk(
  accounts: Pick<AccountStore, 'desk' | 'write'>,
  device: string,
  now: Instant,
): Promise<boolean> {
  for (;;) {
    const desk = await accounts.desk(device)
    if (!desk) return false
    if (desk.revokedAt !== null || (await accounts.write({ ...desk, revokedAt: now }))) return true
  }
}
