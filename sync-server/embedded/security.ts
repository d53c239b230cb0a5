import { isAdmin, type UserContext } from './authentication.ts'
import { badRequest, Refusal } from './refusal.ts'

type Group = { readonly names?: readonly string[]; readonly roles?: readonly string[] }
/** A database's `_security`, stored and answered as it was sent. */
export type SecurityObject = { readonly admins?: Group; readonly members?: Group }

/** What CouchDB 3 gives a new database: nobody but the server's administrator. */
export const CLOSED: SecurityObject = { members: { roles: ['_admin'] }, admins: { roles: ['_admin'] } }

function isTextList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((one) => typeof one === 'string'))
}

function isGroup(value: unknown): boolean {
  if (value === undefined) return true
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return isTextList((value as Group).names) && isTextList((value as Group).roles)
}

export function readSecurity(raw: Readonly<Record<string, unknown>>): SecurityObject {
  if (!isGroup(raw['admins']) || !isGroup(raw['members'])) {
    throw badRequest('admins and members must be objects with lists of names and roles')
  }
  return raw
}

function belongs(user: UserContext, group: Group | undefined): boolean {
  if (user.name !== null && group?.names?.includes(user.name)) return true
  return user.roles.some((role) => group?.roles?.includes(role))
}

export function isDatabaseAdmin(user: UserContext, security: SecurityObject): boolean {
  return isAdmin(user) || belongs(user, security.admins)
}

/** Throws for who may not read. An empty list of members, in CouchDB open to the world, is closed here. */
export function requireMember(user: UserContext, security: SecurityObject): void {
  if (isDatabaseAdmin(user, security) || belongs(user, security.members)) return
  if (user.name === null) throw new Refusal(401, 'unauthorized', 'You are not authorized to access this db.')
  throw new Refusal(403, 'forbidden', 'You are not allowed to access this db.')
}

export function requireServerAdmin(user: UserContext): void {
  if (!isAdmin(user)) throw new Refusal(401, 'unauthorized', 'You are not a server admin.')
}

export function requireDatabaseAdmin(user: UserContext, security: SecurityObject): void {
  if (isDatabaseAdmin(user, security)) return
  throw new Refusal(401, 'unauthorized', 'You are not a db or server admin.')
}
