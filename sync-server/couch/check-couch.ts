import { HUB_ACCOUNT, HUB_ROLE } from '../../shared/access/roles.ts'
import { asker } from './ask.ts'
import { plainAddress } from './connect-couch.ts'
import { CouchFailure } from './couch.ts'
import { tokenSigner } from './jwt.ts'

export type CouchCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: 'couch-unreachable'; readonly reason: string }
  | { readonly ok: false; readonly problem: 'couch-password-wrong' }
  | { readonly ok: false; readonly problem: 'couch-jwt-not-set' }
  /** How far the databases' clock is ahead of ours (negative: behind). */
  | { readonly ok: false; readonly problem: 'clocks-differ'; readonly seconds: number }

type Session = { readonly userCtx?: { readonly name: string | null; readonly roles: readonly string[] } }

async function checkAdministrator(url: string): Promise<CouchCheck> {
  try {
    const { userCtx } = (await asker(url)({ path: '_session' })) as Session
    if (!userCtx)
      return { ok: false, problem: 'couch-unreachable', reason: 'what answers there is no CouchDB' }
    return userCtx.roles.includes('_admin') ? { ok: true } : { ok: false, problem: 'couch-password-wrong' }
  } catch (error) {
    if (!(error instanceof CouchFailure)) throw error
    if (error.status === 401) return { ok: false, problem: 'couch-password-wrong' }
    return { ok: false, problem: 'couch-unreachable', reason: error.message }
  }
}

function secondsAhead(response: Response, nowMs: number): number {
  const theirs = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(theirs) ? 0 : Math.round((theirs - nowMs) / 1000)
}

/** CouchDB answers 401 for a token whose time is over, 400 for another key, and no name where tokens are off. */
async function checkToken(url: string, jwtKey: string, nowMs: number): Promise<CouchCheck> {
  const token = tokenSigner(jwtKey)(HUB_ACCOUNT, [HUB_ROLE], nowMs)
  const headers = { authorization: `Bearer ${token}` }
  try {
    const response = await fetch(`${plainAddress(url)}/_session`, { headers })
    const answer = (await response.json()) as Session & { readonly reason?: string }
    if (response.ok && answer.userCtx?.name === HUB_ACCOUNT) return { ok: true }
    if (response.status === 401 && answer.reason?.startsWith('exp ')) {
      return { ok: false, problem: 'clocks-differ', seconds: secondsAhead(response, nowMs) }
    }
    return { ok: false, problem: 'couch-jwt-not-set' }
  } catch {
    return { ok: false, problem: 'couch-unreachable', reason: 'no answer to a signed request' }
  }
}

/**
 * Whether the databases at `COUCHDB_URL` can be used: they answer, the password is right, and they accept the tokens
 * that we sign with `HUB_JWT_KEY`. Asked once at the start of every program that uses them.
 */
export async function checkCouch(url: string, jwtKey: string, nowMs: number): Promise<CouchCheck> {
  const administrator = await checkAdministrator(url)
  return administrator.ok ? checkToken(url, jwtKey, nowMs) : administrator
}
