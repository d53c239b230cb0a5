import { randomUUID } from 'node:crypto'
import { renewEpoch } from '../heads/renew-epoch.ts'
import { ASKED_WRONGLY, DONE, type Command } from './command.ts'

const USAGE = `npm run hub -- restored
Sesudah cadangan dipulihkan: semua komputer bertanya lagi tentang semua yang pernah ditulisnya. /
After a backup was restored: all computers ask again about everything that they ever wrote.`

/** `npm run hub -- restored`: tells the desks that the data are those of a backup. */
export const restored: Command = async (args, needs) => {
  if (args.length > 0) {
    needs.complain(USAGE)
    return ASKED_WRONGLY
  }
  await renewEpoch(needs.accounts, randomUUID())
  needs.say(
    'Data ditandai pulih dari cadangan; komputer mengirim lagi yang belum ada. / The data are marked as restored; computers send again what is missing.',
  )
  return DONE
}
