import { createHmac, timingSafeEqual } from 'node:crypto'
import { badRequest, Refusal } from './refusal.ts'

/** Who asks, as CouchDB's functions see it. Nobody has no name and no roles. */
export type UserContext = {
  readonly name: string | null
  readonly roles: readonly string[]
  readonly by: 'jwt' | 'default' | undefined
}

export type Credentials = { readonly jwtKey: string; readonly adminPassword: string }

export const ADMIN_NAME = 'admin'
const NOBODY: UserContext = { name: null, roles: [], by: undefined }

export function isAdmin(user: UserContext): boolean {
  return user.roles.includes('_admin')
}

/** Compares without telling by its time how much of the text is right. */
function sameText(given: string, right: string): boolean {
  const [a, b] = [new TextEncoder().encode(given), new TextEncoder().encode(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function unauthorized(reason: string): Refusal {
  return new Refusal(401, 'unauthorized', reason)
}

function parsed(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {
    // Falls through to the same refusal as any other malformed part.
  }
  throw badRequest('Malformed token')
}

function readToken(token: string, jwtKey: string, nowMs: number): UserContext {
  const [head, claims, signature, ...rest] = token.split('.')
  if (!head || !claims || !signature || rest.length > 0) throw badRequest('Malformed token')
  if (parsed(head)['alg'] !== 'HS256') throw badRequest('Invalid alg header parameter')
  const expected = createHmac('sha256', jwtKey).update(`${head}.${claims}`).digest('base64url')
  if (!sameText(signature, expected)) throw badRequest('Bad HMAC')
  const { sub, exp, '_couchdb.roles': roles = [] } = parsed(claims)
  if (typeof exp !== 'number') throw badRequest('Missing exp claim')
  if (exp * 1000 <= nowMs) throw unauthorized('exp not in future')
  if (typeof sub !== 'string' || sub === '') throw unauthorized('Token missing sub claim.')
  if (!Array.isArray(roles) || !roles.every((role) => typeof role === 'string'))
    throw badRequest('Malformed token')
  // CouchDB takes `_admin` from a token. Nothing of ours signs one, so here it is refused.
  if ([sub, ...roles].some((one) => one.startsWith('_'))) throw badRequest('Reserved name or role in token')
  return { name: sub, roles, by: 'jwt' }
}

function readBasic(encoded: string, adminPassword: string): UserContext {
  if (!/^[A-Za-z0-9+/]+=*$/.test(encoded)) throw badRequest('Authorization header has invalid base64 value')
  const given = Buffer.from(encoded, 'base64').toString('utf8')
  if (sameText(given, `${ADMIN_NAME}:${adminPassword}`)) {
    return { name: ADMIN_NAME, roles: ['_admin'], by: 'default' }
  }
  throw unauthorized('Name or password is incorrect.')
}

/** Who sends a request with that `Authorization` header; throws CouchDB's refusal for one that does not hold. */
export function authenticate(
  header: string | undefined,
  credentials: Credentials,
  nowMs: number,
): UserContext {
  const [, scheme = '', value = ''] = /^(\S+)\s+(\S+)\s*$/.exec(header ?? '') ?? []
  if (scheme.toLowerCase() === 'bearer') return readToken(value, credentials.jwtKey, nowMs)
  if (scheme.toLowerCase() === 'basic') return readBasic(value, credentials.adminPassword)
  return NOBODY
}
