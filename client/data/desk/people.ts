import type { Codec } from '../codec/codec.ts'
import type { DeskStore } from './desk-store.ts'
import type { Session } from './settings.ts'

/** What this PC keeps to check a password without the hub: Argon2id's own text form with salt and costs. */
export type Verifier = string

/** Somebody who has signed in on this PC before. */
export type KnownPerson = Session & { readonly verifier: Verifier }

export type People = {
  readonly get: (username: string) => Promise<KnownPerson | undefined>
  /** By sign-in name. */
  readonly all: () => Promise<readonly KnownPerson[]>
  readonly put: (person: KnownPerson) => Promise<void>
  /** The hub no longer knows the person's token. */
  readonly forgetToken: (username: string, token: string) => Promise<void>
}

export function peopleOf(store: DeskStore, codec: Codec): People {
  const place = (username: string) => `desk/people/${username}`

  async function get(username: string): Promise<KnownPerson | undefined> {
    const row = await store.people.get(username)
    return row && ((await codec.open(row.sealed, place(username))) as KnownPerson)
  }

  async function put(person: KnownPerson): Promise<void> {
    await store.people.put({
      username: person.username,
      sealed: await codec.seal(person, place(person.username)),
    })
  }

  return {
    get,
    put,
    async all() {
      const names = await store.people.orderBy('username').primaryKeys()
      const people = await Promise.all(names.map(get))
      return people.filter((person) => person !== undefined)
    },
    async forgetToken(username, token) {
      const person = await get(username)
      if (person?.token === token) await put({ ...person, token: null })
    },
  }
}
