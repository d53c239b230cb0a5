import type { FirstLoad, SyncStatus } from '../bridge/contract.ts'
import type { ClockAnchor } from '../desk/settings.ts'

/** What the workers of one PC's tabs tell each other. Only nudges: each looks in the stores for what changed. */
export type TabNews =
  /** Something was saved or pulled; `databases` have new rows in the read model. */
  | { readonly kind: 'followed'; readonly databases: readonly string[] }
  /** Somebody signed in or out, or the PC was enrolled. */
  | { readonly kind: 'seats' }
  /** A tab that does not lead wants an exchange now. */
  | { readonly kind: 'sync-wanted' }
  /** From the leader. `ended` closes an exchange. */
  | {
      readonly kind: 'leader'
      readonly ended: boolean
      readonly status: Omit<SyncStatus, 'otherTabSends' | 'waiting' | 'refused'>
      readonly firstLoad: FirstLoad
      readonly clock: ClockAnchor
    }

export type Tabs = {
  readonly tell: (news: TabNews) => void
  readonly hear: (listener: (news: TabNews) => void) => void
}

export function tabsOver(channel: BroadcastChannel): Tabs {
  return {
    tell: (news) => channel.postMessage(news),
    hear: (listener) =>
      channel.addEventListener('message', (event: MessageEvent<TabNews>) => listener(event.data)),
  }
}
