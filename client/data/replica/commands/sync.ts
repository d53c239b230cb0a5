import { typeOfId } from '../../../../shared/documents/ids.ts'
import type { CommandTable } from '../../bridge/channel.ts'
import type { RefusedRecord } from '../../bridge/contract.ts'
import { done } from '../answers.ts'
import type { Desk } from '../desk.ts'
import type { SyncLoop } from '../sync/sync-loop.ts'

type Refused = Pick<RefusedRecord, 'id' | 'field' | 'at'> & { readonly problem: string | null }

function shown({ id, problem, field, at }: Refused): RefusedRecord {
  return { id, type: typeOfId(id), problem: problem ?? 'refused', field, at }
}

export function syncCommands(desk: Desk, loop: SyncLoop): Pick<CommandTable, 'sync.now' | 'sync.refused'> {
  return {
    'sync.now': async () => done(await loop.now()),
    async 'sync.refused'() {
      const [documents, parcels] = await Promise.all([desk.ledger.refused(), desk.parcels.refused()])
      const all = [...documents, ...parcels].map(shown)
      return done(all.sort((a, b) => (a.at > b.at ? -1 : 1)))
    },
  }
}
