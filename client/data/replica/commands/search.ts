import type { CommandTable } from '../../bridge/channel.ts'
import { familiesById } from '../../read-model/families.ts'
import { done, refuse } from '../answers.ts'
import type { Desk } from '../desk.ts'

type SearchCommands = Pick<CommandTable, 'patients.search' | 'households.search'>

export function searchCommands(desk: Desk): SearchCommands {
  return {
    async 'patients.search'({ text, limit }) {
      if (!desk.seats.person()) return refuse('not-allowed')
      return done(await desk.search.find(text, limit))
    },
    async 'households.search'({ text, limit }) {
      if (!desk.seats.person()) return refuse('not-allowed')
      const entries = await desk.search.families(text, limit)
      const families = await familiesById(
        desk.readModel,
        desk.codec,
        entries.map((entry) => entry.id),
      )
      return done(
        families.map(({ household, members }) => ({
          id: household._id,
          kk: household.kk,
          headName: household.headName,
          address: household.address,
          members: members.map((member) => member.name),
        })),
      )
    },
  }
}
