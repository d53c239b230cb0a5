import { addTime } from '../sessions/times.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { hashOf, newEnrolmentCode, plainCode } from '../accounts/secrets.ts'
import { DESK_GROUPS, type DeskGroup } from '../accounts/stored.ts'
import type { Instant } from '../../shared/calendar/instant.ts'

export const USUAL_CODE_DAYS = 14
export const USUAL_CODE_USES = 5

export type NewEnrolmentCode = {
  readonly facility: string
  /** Which keys the desks enrolled with it may hold; all by default. */
  readonly groups?: readonly DeskGroup[]
  readonly uses?: number
  readonly days?: number
  /** A code of the caller's making, for demonstrations; a random one by default. */
  readonly code?: string
}

/** Makes a code with which a clinic's computers enrol. The hub keeps only its hash, so it is shown this once. */
export async function createEnrolmentCode(
  accounts: Pick<AccountStore, 'enrolment' | 'write'>,
  wanted: NewEnrolmentCode,
  now: Instant,
): Promise<string> {
  const code = wanted.code ?? newEnrolmentCode()
  const hash = hashOf(plainCode(code))
  const before = await accounts.enrolment(hash)
  const written = await accounts.write({
    _id: `enrolment:${hash}`,
    ...(before?._rev === undefined ? {} : { _rev: before._rev }),
    type: 'enrolment',
    facility: wanted.facility,
    groups: [...(wanted.groups ?? DESK_GROUPS)],
    limit: wanted.uses ?? USUAL_CODE_USES,
    used: 0,
    expiresAt: addTime(now, { days: wanted.days ?? USUAL_CODE_DAYS }),
  })
  if (!written) throw new Error('two enrolment codes were made alike at the same instant')
  return code
}
