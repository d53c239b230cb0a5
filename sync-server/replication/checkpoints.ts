import { createHash } from 'node:crypto'

/** The owner of a replicator's checkpoints: the desk, whoever sits there; without a desk the person (rule GW7). */
export function checkpointOwner(caller: {
  readonly device: string
  readonly facility: string | null
  readonly username: string
}): string {
  return caller.facility === null ? `person ${caller.username}` : `desk ${caller.device}`
}

/** The id under which the hub keeps an owner's checkpoint, so that nobody can name anybody else's. */
export function checkpointAtHub(owner: string, id: string): string {
  return createHash('sha256').update(`${owner}\n${id}`).digest('hex')
}

/** The checkpoint as its owner knows it, from the hub's; `undefined` where it is none. */
export function checkpointForOwner(stored: unknown, id: string): object | undefined {
  if (typeof stored !== 'object' || stored === null || !('_id' in stored)) return undefined
  return { ...stored, _id: `_local/${id}` }
}
