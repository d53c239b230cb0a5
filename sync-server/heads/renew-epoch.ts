import type { AccountStore } from '../accounts/account-store.ts'

const TRIES = 5

/**
 * Gives the data another epoch, so that desks ask again about everything they wrote (rule HD3). The server reads the
 * epoch for each request, a running one too.
 */
export async function renewEpoch(
  accounts: Pick<AccountStore, 'epochRecord' | 'write'>,
  epoch: string,
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const known = await accounts.epochRecord()
    if (await accounts.write({ ...known, _id: 'epoch', type: 'epoch', epoch })) return
  }
  throw new Error(`the epoch was changed by others ${String(TRIES)} times in a row`)
}
