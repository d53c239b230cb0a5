import { createContext, Script } from 'node:vm'
import type { UserContext } from './authentication.ts'
import { Refusal } from './refusal.ts'

/** A document to be written and the one it follows, if there is one. */
export type LockCase = { readonly newDoc: object; readonly oldDoc: object | null }
export type LockRefusal = { readonly error: 'forbidden' | 'unauthorized'; readonly reason: string }
export type LockRunner = (
  cases: readonly LockCase[],
  user: UserContext,
  security: object,
) => readonly (LockRefusal | null)[]

const LONGEST_MS = 5_000

/** Runs inside the lock's own world and speaks JSON to ours, so that a lock sees copies and reaches nothing. */
const JUDGE = `(function (text) {
  var asked = JSON.parse(text)
  return JSON.stringify(asked.cases.map(function (one) {
    try {
      lock(one.newDoc, one.oldDoc, asked.user, asked.security)
      return null
    } catch (thrown) {
      if (thrown && thrown.unauthorized) return { error: 'unauthorized', reason: String(thrown.unauthorized) }
      return { error: 'forbidden', reason: String(thrown && thrown.forbidden || thrown) }
    }
  }))
})(input)`

/** Compiles a `validate_doc_update`; throws CouchDB's refusal for a text that is no function. */
export function compileLock(database: string, text: string): LockRunner {
  const scope = Object.create(null) as Record<string, unknown>
  const world: Record<string, unknown> = createContext(scope, {
    codeGeneration: { strings: false, wasm: false },
  })
  const judge = new Script(JUDGE)
  try {
    new Script(
      `var lock = (${text})\nif (typeof lock !== 'function') throw new Error('not a function')`,
    ).runInContext(world, { timeout: LONGEST_MS })
  } catch (error) {
    throw new Refusal(400, 'compilation_error', `validate_doc_update: ${(error as Error).message}`)
  }
  return (cases, user, security) => {
    const userCtx = { db: database, name: user.name, roles: user.roles }
    world['input'] = JSON.stringify({ cases, user: userCtx, security })
    try {
      return JSON.parse(
        judge.runInContext(world, { timeout: LONGEST_MS }) as string,
      ) as readonly (LockRefusal | null)[]
    } finally {
      world['input'] = undefined
    }
  }
}
