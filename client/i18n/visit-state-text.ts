import type { Encounter } from '../../shared/documents/encounter.ts'
import type { Translate } from './translate.ts'

/** What became of a visit: with its reason where it was cancelled, and by what it counts where nobody examined it here. */
export function visitStateText(
  { status, servedBy, cancelReason }: Pick<Encounter, 'status' | 'servedBy' | 'cancelReason'>,
  t: Translate,
): string {
  if (status === 'cancelled' && cancelReason) return t('queue.cancelled-because', { reason: cancelReason })
  if (status === 'served' && servedBy === 'day-closed') return t('state.served.day-closed')
  if (status === 'served' && servedBy === 'back-entry') return t('state.served.back-entry')
  return t(`state.${status}`)
}
