import type { Grant } from '../../shared/access/roles.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import type { Clinic } from './clinics.ts'
import { PASSWORD_WORDS } from './name-parts.ts'
import { DISTRICT_ADMIN } from './reference-documents.ts'
import type { StaffMember } from './staff.ts'

/** A demo account. The password follows from the seed, so anybody who knows the seed knows it. */
export type SignIn = {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly practitioner: string | null
}

/** Letters that nobody confuses; the same as the hub's own codes. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

function madePassword(chance: Chance): string {
  const words = new Set<string>()
  while (words.size < 3) words.add(chance.pick(PASSWORD_WORDS))
  return [...words].join('-')
}

/** A stream of its own for each name, so that one more account changes no other's password. */
function passwordOf(username: string, seed: string): string {
  return madePassword(chanceOf(`${seed}/password/${username}`))
}

/** The accounts of a clinic's staff. */
export function clinicSignIns(
  clinic: Clinic,
  staff: readonly StaffMember[],
  seed: string,
): readonly SignIn[] {
  return staff.flatMap((member) =>
    member.username && member.role
      ? [
          {
            username: member.username,
            password: passwordOf(member.username, seed),
            name: member.name,
            grants: [{ role: member.role, facility: clinic.code }],
            practitioner: member.id,
          },
        ]
      : [],
  )
}

/** The two accounts that belong to no clinic. */
export function districtSignIns(seed: string): readonly SignIn[] {
  return [
    {
      username: 'dinas',
      password: passwordOf('dinas', seed),
      name: 'Petugas Dinas Kesehatan',
      grants: [{ role: 'dinas' }],
      practitioner: null,
    },
    {
      username: DISTRICT_ADMIN,
      password: passwordOf(DISTRICT_ADMIN, seed),
      name: 'Admin Kota Madiun',
      grants: [{ role: 'district-admin' }],
      practitioner: null,
    },
  ]
}

/** The code with which a clinic's PCs enrol: `K7QM-4TXP-2VHA`. */
export function enrolmentCode(clinic: Clinic, seed: string): string {
  const chance = chanceOf(`${seed}/enrolment/${clinic.code}`)
  const letters = Array.from({ length: 12 }, () =>
    CODE_LETTERS.charAt(chance.whole(0, CODE_LETTERS.length - 1)),
  ).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}
