import type { z } from 'zod'
import type { Couch } from '../couch/couch.ts'
import { Account, Desk, Enrolment, Epoch, Session, type KeptParcel } from './stored.ts'

const DATABASE = 'accounts'
const CONFLICT = 'conflict'

type Storable = { readonly _id: string; readonly _rev?: string | undefined }

/** The hub's own records. A write states the revision it was read at and answers `false` where another came first. */
export type AccountStore = {
  readonly account: (username: string) => Promise<Account | undefined>
  readonly desk: (device: string) => Promise<Desk | undefined>
  readonly desksOf: (facility: string) => Promise<readonly Desk[]>
  readonly enrolment: (codeHash: string) => Promise<Enrolment | undefined>
  readonly session: (tokenHash: string) => Promise<Session | undefined>
  readonly epoch: () => Promise<string | undefined>
  readonly epochRecord: () => Promise<Epoch | undefined>
  readonly write: (record: Account | Desk | Enrolment | Session | KeptParcel | Epoch) => Promise<boolean>
}

type Needs = Pick<Couch, 'get' | 'allDocs' | 'bulkWrite'>

export function accountStore(couch: Needs): AccountStore {
  async function read<Shape extends z.ZodType>(
    shape: Shape,
    id: string,
  ): Promise<z.infer<Shape> | undefined> {
    const found = await couch.get(DATABASE, id)
    return found === undefined ? undefined : shape.parse(found)
  }

  async function write(record: Storable): Promise<boolean> {
    const [result] = await couch.bulkWrite(DATABASE, [record])
    if (result?.ok) return true
    if (result?.error === CONFLICT) return false
    throw new Error(
      `the hub refused its own record ${record._id.replace(/:.*/, '')}: ${result?.error ?? 'no answer'}`,
    )
  }

  async function desksOf(facility: string): Promise<readonly Desk[]> {
    const rows = await couch.allDocs(DATABASE, {
      startkey: `desk:${facility}-`,
      endkey: `desk:${facility}-\ufff0`,
      includeDocs: true,
    })
    return rows.map((row) => Desk.parse(row.doc))
  }

  return {
    account: (username) => read(Account, `account:${username}`),
    desk: (device) => read(Desk, `desk:${device}`),
    desksOf,
    enrolment: (codeHash) => read(Enrolment, `enrolment:${codeHash}`),
    session: (tokenHash) => read(Session, `session:${tokenHash}`),
    epoch: async () => (await read(Epoch, 'epoch'))?.epoch,
    epochRecord: () => read(Epoch, 'epoch'),
    write,
  }
}
