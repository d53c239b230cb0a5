import type { CommandTable } from '../../bridge/channel.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'

type DraftCommands = Pick<CommandTable, 'drafts.save' | 'drafts.load' | 'drafts.list' | 'drafts.discard'>

/** The draft of what was saved is no longer one. */
export async function discardDraft(desk: Desk, key: string | null): Promise<void> {
  const person = desk.seats.person()
  if (key !== null && person) await desk.drafts.discard(person.username, key)
}

export function draftCommands(desk: Desk): DraftCommands {
  return {
    async 'drafts.save'({ key, content }) {
      const person = desk.seats.person()
      if (!person) return refuse('not-allowed')
      const at = desk.clock.now()
      await desk.drafts.save(person.username, key, content, at)
      return done({ at })
    },
    async 'drafts.load'({ key }) {
      const person = desk.seats.person()
      return person ? done(await desk.drafts.load(person.username, key)) : refuse('not-allowed')
    },
    async 'drafts.list'() {
      const person = desk.seats.person()
      return person ? done(await desk.drafts.list(person.username)) : refuse('not-allowed')
    },
    async 'drafts.discard'({ key }) {
      await discardDraft(desk, key)
      return done(null)
    },
  }
}
