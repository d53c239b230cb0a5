import { getQuickJS } from 'quickjs-emscripten'

export type Writer = { readonly name: string | null; readonly roles: readonly string[] }
/** Why a lock refused, as CouchDB passes it on, or `accepted`. */
export type Verdict = string
export type LockUnderTest = (newDoc: object, oldDoc: object | null, writer: Writer) => Verdict

/**
 * Runs a `validate_doc_update` as CouchDB's QuickJS does: a fresh world without libraries, documents handed over as
 * JSON. A lock that breaks answers with the error instead of a refusal.
 */
export async function lockInQuickJs(text: string): Promise<LockUnderTest> {
  const engine = await getQuickJS()
  return (newDoc, oldDoc, writer) => {
    const asked = JSON.stringify([newDoc, oldDoc, { db: 'sample', ...writer }, {}])
    const program = `(function (asked) {
      var lock = (${text});
      try { lock.apply(null, asked); return 'accepted'; }
      catch (thrown) { return thrown.forbidden || thrown.unauthorized || 'broken: ' + thrown; }
    })(${asked})`
    return String(engine.evalCode(program))
  }
}
