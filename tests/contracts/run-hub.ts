/**
 * `npm run test:hub`: the hub contract against the CouchDB of `COUCHDB_URL` and `HUB_JWT_KEY`, or without them against
 * the embedded hub. `-- --prepare` first gives a throw-away CouchDB the two settings that tokens need, and restarts it.
 */
import { spawn } from 'node:child_process'
import { checkCouch } from '../../sync-server/couch/check-couch.ts'

const LONGEST_RESTART_MS = 60_000
const PAUSE_MS = 250

/** What CouchDB 3 uses where nothing is set. */
const USUAL_HANDLERS =
  '{chttpd_auth, cookie_authentication_handler}, {chttpd_auth, default_authentication_handler}'

function handlersWithJwt(present: string): string {
  const jwt = '{chttpd_auth, jwt_authentication_handler}'
  return present.includes('jwt_authentication_handler') ? present : `${jwt}, ${present}`
}

async function configure(couchUrl: string, jwtKey: string): Promise<void> {
  const { origin, username, password } = new URL(couchUrl)
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  async function ask(method: string, path: string, value?: string): Promise<unknown> {
    const headers = { authorization, 'content-type': 'application/json' }
    const body = value === undefined ? {} : { body: JSON.stringify(value) }
    const response = await fetch(`${origin}/_node/_local/${path}`, { method, headers, ...body })
    if (response.status === 404 && method === 'GET') return undefined
    if (!response.ok) throw new Error(`${path} was answered with ${String(response.status)}`)
    return response.json()
  }

  const handlers = await ask('GET', '_config/chttpd/authentication_handlers')
  await ask(
    'PUT',
    '_config/chttpd/authentication_handlers',
    handlersWithJwt(typeof handlers === 'string' ? handlers : USUAL_HANDLERS),
  )
  await ask('PUT', '_config/jwt_keys/hmac:_default', Buffer.from(jwtKey).toString('base64'))
  await ask('PUT', '_config/jwt_auth/required_claims', 'exp')
  // The settings are read at the start only.
  await ask('POST', '_restart')
  const until = Date.now() + LONGEST_RESTART_MS
  for (;;) {
    const check = await checkCouch(couchUrl, jwtKey, Date.now())
    if (check.ok) return
    if (Date.now() > until) throw new Error(`after the restart: ${check.problem}`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

const { COUCHDB_URL: couchUrl, HUB_JWT_KEY: jwtKey } = process.env
if (couchUrl && !jwtKey) {
  process.stderr.write(
    'COUCHDB_URL needs HUB_JWT_KEY: the text whose base64 stands under [jwt_keys] hmac:_default\n',
  )
  process.exit(2)
}
const prepare = process.argv.includes('--prepare')
if (prepare && couchUrl && jwtKey) await configure(couchUrl, jwtKey)
if (couchUrl && jwtKey) {
  const check = await checkCouch(couchUrl, jwtKey, Date.now())
  if (!check.ok) {
    process.stderr.write(`this CouchDB cannot be used: ${check.problem}\n`)
    process.exit(1)
  }
}
const wanted = process.argv.slice(2).filter((one) => one !== '--prepare')
const vitest = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'hub', ...wanted],
  {
    stdio: 'inherit',
  },
)
vitest.once('exit', (code) => process.exit(code ?? 1))
