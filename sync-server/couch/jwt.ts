import { createHmac } from 'node:crypto'

/** A token outlives the request it is made for by little: CouchDB checks nothing but its end. */
const LIFE_SECONDS = 120

function part(claims: object): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url')
}

/** Makes the token under which one request of one person goes to the databases. */
export type TokenSigner = (name: string, roles: readonly string[], nowMs: number) => string

/**
 * Signs HS256 tokens with the key of `HUB_JWT_KEY`. CouchDB keeps the same key as base64 under
 * `[jwt_keys] hmac:_default`. A name or role that begins with `_` is CouchDB's own (`_admin` in a token makes a
 * server administrator), so asking for one is a fault of the caller.
 */
export function tokenSigner(jwtKey: string): TokenSigner {
  return (name, roles, nowMs) => {
    const reserved = [name, ...roles].find((one) => one === '' || one.startsWith('_'))
    if (reserved !== undefined) throw new RangeError(`no token for the reserved name or role "${reserved}"`)
    const head = part({ alg: 'HS256', typ: 'JWT' })
    const exp = Math.floor(nowMs / 1000) + LIFE_SECONDS
    const signed = `${head}.${part({ sub: name, '_couchdb.roles': roles, exp })}`
    return `${signed}.${createHmac('sha256', jwtKey).update(signed).digest('base64url')}`
  }
}
