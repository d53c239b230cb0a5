import type { Couch } from '../../couch/couch.ts'

/** Kept where only the hub reads, and part of every backup: without it a later import would not find its own ids. */
const ACCOUNTS = 'accounts'
const ID = 'import-secret'

type SecretStore = Pick<Couch, 'get' | 'bulkWrite'>

/** The secret of the district's import ids; `made` is kept as it where there is none yet. */
export async function importSecret(couch: SecretStore, made: string): Promise<string> {
  for (;;) {
    const kept = (await couch.get(ACCOUNTS, ID))?.['secret']
    if (typeof kept === 'string') return kept
    await couch.bulkWrite(ACCOUNTS, [{ _id: ID, secret: made }])
  }
}
