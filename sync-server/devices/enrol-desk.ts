import type { Instant } from '../../shared/calendar/instant.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { hashOf, newSecret, plainCode } from '../accounts/secrets.ts'
import type { Desk, DeskGroup, Enrolment } from '../accounts/stored.ts'
import { letterAt, nextLetterIndex } from './letters.ts'

export type EnrolmentRefusal =
  'enrolment-code-unknown' | 'enrolment-code-expired' | 'enrolment-code-used-up' | 'desk-letters-used-up'

export type EnrolmentDecision =
  | { readonly ok: true; readonly enrolment: Enrolment }
  | { readonly ok: false; readonly problem: EnrolmentRefusal }

/** Whether a computer that shows a code may join the clinic that issued it (rules DV1, DV2). */
export function mayEnrol(enrolment: Enrolment | undefined, now: Instant): EnrolmentDecision {
  if (!enrolment) return { ok: false, problem: 'enrolment-code-unknown' }
  if (now >= enrolment.expiresAt) return { ok: false, problem: 'enrolment-code-expired' }
  if (enrolment.used >= enrolment.limit) return { ok: false, problem: 'enrolment-code-used-up' }
  return { ok: true, enrolment }
}

export type EnrolledDesk = {
  readonly device: string
  readonly facility: string
  readonly letter: string
  /** Shown this once; the hub keeps its hash. */
  readonly credential: string
  readonly groups: readonly DeskGroup[]
}

type Needs = Pick<AccountStore, 'enrolment' | 'desksOf' | 'write'>

/** Takes one use of the code; of two desks at the same instant one reads the code again (rule DV2). */
async function takeUse(accounts: Needs, code: string, now: Instant): Promise<EnrolmentDecision> {
  for (;;) {
    const decision = mayEnrol(await accounts.enrolment(hashOf(plainCode(code))), now)
    if (!decision.ok) return decision
    if (await accounts.write({ ...decision.enrolment, used: decision.enrolment.used + 1 })) return decision
  }
}

/** The first letter that no desk of the clinic ever had. A desk's record is never deleted, so none comes back. */
async function takeLetter(
  accounts: Needs,
  enrolment: Enrolment,
  credential: string,
  now: Instant,
): Promise<Desk | undefined> {
  const desks = await accounts.desksOf(enrolment.facility)
  for (let index = nextLetterIndex(desks.map((desk) => desk.letter)); ; index += 1) {
    const letter = letterAt(index)
    if (letter === undefined) return undefined
    const desk: Desk = {
      _id: `desk:${enrolment.facility}-${letter}`,
      type: 'desk',
      facility: enrolment.facility,
      letter,
      credential: hashOf(credential),
      groups: enrolment.groups,
      enrolledAt: now,
      revokedAt: null,
    }
    if (await accounts.write(desk)) return desk
  }
}

/** Enrols a computer: a use of the code, the next letter, and a credential of its own (rules DV1 to DV4). */
export async function enrolDesk(
  accounts: Needs,
  code: string,
  now: Instant,
): Promise<
  | { readonly ok: true; readonly desk: EnrolledDesk }
  | { readonly ok: false; readonly problem: EnrolmentRefusal }
> {
  const decision = await takeUse(accounts, code, now)
  if (!decision.ok) return decision
  const credential = newSecret('d')
  const desk = await takeLetter(accounts, decision.enrolment, credential, now)
  if (!desk) return { ok: false, problem: 'desk-letters-used-up' }
  const { facility, letter, groups } = desk
  return { ok: true, desk: { device: `${facility}-${letter}`, facility, letter, credential, groups } }
}
