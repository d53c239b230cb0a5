import type { Instant } from '../../../../shared/calendar/instant.ts'
import type { ParcelRow } from '../../desk/desk-store.ts'
import type { Parcels } from '../../desk/parcels.ts'
import type { Credential, HubClient } from '../hub/hub-client.ts'
import type { HubTrouble } from '../hub/hub-trouble.ts'
import { offerHalving } from './halving.ts'

const BATCH = 50

type DropNeeds = {
  readonly hub: Pick<HubClient, 'drop' | 'alive'>
  readonly parcels: Pick<Parcels, 'waiting' | 'confirm' | 'setAside'>
  readonly desk: Credential
  readonly now: () => Instant
}

/**
 * Hands waiting parcels to the drop box under the desk's own credential. A parcel is confirmed only when the hub
 * has opened it and stored what is inside (rule LG10).
 */
export async function dropParcels({ hub, parcels, desk, now }: DropNeeds): Promise<number> {
  let stored = 0

  async function offer(batch: readonly ParcelRow[]): Promise<void> {
    const answer = await hub.drop(
      desk,
      batch.map(({ id, kid, sealed }) => ({ id, kid, sealed })),
    )
    await parcels.confirm(answer.stored, now())
    stored += answer.stored.length
    for (const { id, problem } of answer.kept) await parcels.setAside(id, problem, null, now())
    for (const { id, problem, field } of answer.refused)
      await parcels.setAside(id, problem, field ?? null, now())
  }

  async function standsAlone(parcel: ParcelRow, trouble: HubTrouble): Promise<void> {
    if (trouble.kind === 'hub-failed' && !(await hub.alive())) throw trouble
    await parcels.setAside(parcel.id, trouble.problem ?? trouble.kind, trouble.field, now())
  }

  const waiting = await parcels.waiting()
  for (let start = 0; start < waiting.length; start += BATCH) {
    await offerHalving(waiting.slice(start, start + BATCH), offer, standsAlone)
  }
  return stored
}
