import { mayWrite } from '../../../shared/access/roles.ts'
import type { DeskIdentity, DeskState, FirstLoad, PersonHere } from '../bridge/contract.ts'
import type { KnownPerson, People } from '../desk/people.ts'
import type { DeskSettings, Enrolment, Session } from '../desk/settings.ts'

/** Who this PC is and who sits at it, as the stores say; read again whenever another tab has changed it. */
export type Seats = {
  readonly enrolment: () => Enrolment | null
  /** Who sits here now. */
  readonly person: () => KnownPerson | null
  /** Somebody of the district on a PC that is no desk. */
  readonly district: () => Session | null
  readonly reload: () => Promise<void>
  readonly state: (firstLoad: FirstLoad) => DeskState
  readonly mayWrite: (type: string) => boolean
}

function shown({ username, name, practitioner, grants }: Session): PersonHere {
  return { username, name, practitioner, grants }
}

function identity({ device, letter, facility }: Enrolment): DeskIdentity {
  return { device, letter, facility }
}

export function seatsOf(settings: DeskSettings, people: People): Seats {
  let enrolment: Enrolment | null = null
  let person: KnownPerson | null = null
  let district: Session | null = null
  let known: readonly KnownPerson[] = []

  return {
    enrolment: () => enrolment,
    person: () => person,
    district: () => district,
    async reload() {
      const [enrolled, seated, districtSession, all] = await Promise.all([
        settings.get('enrolment'),
        settings.get('seated'),
        settings.get('district'),
        people.all(),
      ])
      enrolment = enrolled ?? null
      known = all
      person = all.find((one) => one.username === seated?.username) ?? null
      district = districtSession ?? null
    },
    state(firstLoad) {
      if (!enrolment) {
        return district ? { stage: 'district', person: shown(district) } : { stage: 'not-enrolled' }
      }
      const desk = identity(enrolment)
      const here = known.map(shown)
      if (!person) return { stage: 'signed-out', desk, people: here }
      return { stage: 'signed-in', desk, people: here, person: shown(person), firstLoad }
    },
    mayWrite: (type) => person?.grants.some((grant) => mayWrite(grant.role, type)) ?? false,
  }
}
