import type { Instant } from '../../shared/calendar/instant.ts'
import { epochMsOf } from '../../shared/calendar/instant.ts'
import type { Chance } from './chance.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID of that moment whose chance part comes from the seed: 80 bits, so two never meet. */
export function ulidAt(moment: Instant, chance: Chance): string {
  let left = epochMsOf(moment)
  let time = ''
  for (let digit = 0; digit < 10; digit += 1) {
    time = CROCKFORD.charAt(left % 32) + time
    left = Math.floor(left / 32)
  }
  let rest = ''
  for (let digit = 0; digit < 16; digit += 1) rest += CROCKFORD.charAt(chance.whole(0, 31))
  return time + rest
}
