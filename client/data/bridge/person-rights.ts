import type { DatabaseKind } from '../../../shared/access/databases.ts'
import { mayRead, mayWrite } from '../../../shared/access/roles.ts'
import type { PersonHere } from './contract.ts'

/** Whether any of the person's roles may read that kind of database; menus follow it, the hub decides. */
export function personMayRead(person: PersonHere, kind: DatabaseKind): boolean {
  return person.grants.some((grant) => mayRead(grant.role, kind))
}

/** Whether any of the person's roles may write documents of that type. */
export function personMayWrite(person: PersonHere, type: string): boolean {
  return person.grants.some((grant) => mayWrite(grant.role, type))
}

/** Whether the person works for the whole district and for no clinic. */
export function isOfDistrict(person: PersonHere): boolean {
  return person.grants.every((grant) => !('facility' in grant))
}
