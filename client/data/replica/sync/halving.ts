import { troubleOf, type HubTrouble } from '../hub/hub-trouble.ts'

/** Whether the trouble says something about what was sent; if not, everything waits for a better hour. */
function isAboutTheBatch(trouble: HubTrouble): boolean {
  if (trouble.kind === 'unreachable' || trouble.kind === 'not-the-hub') return false
  return ![401, 408, 429, 502, 503, 504].includes(trouble.status)
}

/**
 * Offers a batch; where it fails as a whole it is halved until the item that makes it fail stands alone, so that one
 * bad record holds up no other (rule LG5). Trouble that is not about the batch is thrown.
 */
export async function offerHalving<Item>(
  batch: readonly Item[],
  offer: (batch: readonly Item[]) => Promise<void>,
  standsAlone: (item: Item, trouble: HubTrouble) => Promise<void>,
): Promise<void> {
  try {
    await offer(batch)
  } catch (error) {
    const trouble = troubleOf(error)
    if (!trouble || !isAboutTheBatch(trouble)) throw error
    const [only] = batch
    if (batch.length === 1 && only !== undefined) return standsAlone(only, trouble)
    const half = Math.ceil(batch.length / 2)
    await offerHalving(batch.slice(0, half), offer, standsAlone)
    await offerHalving(batch.slice(half), offer, standsAlone)
  }
}
