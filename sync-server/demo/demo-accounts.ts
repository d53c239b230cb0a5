import type { Instant } from '../../shared/calendar/instant.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { createAccount } from '../accounts/create-account.ts'
import { createEnrolmentCode } from '../devices/create-enrolment-code.ts'
import type { ClinicStaff } from './district.ts'
import { clinicSignIns, districtSignIns, enrolmentCode, type SignIn } from './sign-ins.ts'

/** Enough for trying; each start of the demo opens its codes again. */
const CODE_USES = 20
const CODE_DAYS = 365

/** Everybody who can sign in, the first clinic's people first. */
export function signInsOf(clinics: readonly ClinicStaff[], seed: string): readonly SignIn[] {
  return [
    ...clinics.flatMap(({ clinic, staff }) => clinicSignIns(clinic, staff, seed)),
    ...districtSignIns(seed),
  ]
}

/** Makes the accounts that are missing; one that is there keeps its password. */
export async function makeAccounts(accounts: AccountStore, signIns: readonly SignIn[]): Promise<void> {
  for (const signIn of signIns) {
    const made = await createAccount(accounts, signIn)
    if (!made.ok && made.problem !== 'name-taken') throw new Error(`${signIn.username}: ${made.problem}`)
  }
}

/** Opens each clinic's enrolment code, the same in every run of one seed, for another year. */
export async function openEnrolment(
  accounts: AccountStore,
  clinics: readonly ClinicStaff[],
  seed: string,
  now: Instant,
): Promise<void> {
  for (const { clinic } of clinics) {
    const wanted = {
      facility: clinic.code,
      code: enrolmentCode(clinic, seed),
      uses: CODE_USES,
      days: CODE_DAYS,
    }
    await createEnrolmentCode(accounts, wanted, now)
  }
}
