import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dayAt, epochMsOf, type Instant, type Zone } from '../../../shared/calendar/instant.ts'
import type { SyncStatus } from '../../data/bridge/contract.ts'
import { dateText, timeText } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Tone } from '../../ui/notice.tsx'

export type StripContent = {
  readonly tone: Tone
  /** Sentences in the order in which they are read; the first says the most. */
  readonly words: readonly string[]
  /** What the person can do about it here. */
  readonly action: 'send' | 'sign-in' | null
}

/** A clock this many minutes away from the hub's is called wrong. */
const WRONG_CLOCK_MINUTES = 5
const DAY_MS = 24 * 60 * 60_000

type Moment = { readonly now: Instant; readonly zone: Zone; readonly today: CalendarDate }

function stateWords(status: SyncStatus, t: Translate): readonly string[] {
  const waiting = status.waiting > 0 ? [t('strip.waiting', { n: status.waiting })] : []
  switch (status.state) {
    case 'sending':
      return [status.waiting > 0 ? t('strip.sending', { n: status.waiting }) : t('strip.receiving')]
    case 'receiving':
      return [...waiting, t('strip.receiving')]
    case 'offline':
      return [...waiting, t('strip.offline')]
    case 'hub-trouble':
      return [...waiting, t('strip.hub-trouble')]
    case 'sign-in-needed':
      return [...waiting, t('strip.sign-in-needed')]
    case 'idle':
      return waiting.length > 0 ? waiting : [t('strip.all-sent')]
  }
}

function lastSentWords(
  { lastSent, waiting }: SyncStatus,
  { zone, today }: Moment,
  t: Translate,
): readonly string[] {
  if (lastSent === null) return waiting > 0 ? [t('strip.never-sent')] : []
  const [day, time] = [dayAt(lastSent, zone), timeText(lastSent, zone)]
  return [
    day === today ? t('strip.last-sent', { time }) : t('strip.last-sent-on', { day: dateText(day), time }),
  ]
}

/** How far this PC's clock is off, in the unit that says most; nothing where it is near enough. */
function clockWords(aheadMs: number, t: Translate): readonly string[] {
  const minutes = Math.round(Math.abs(aheadMs) / 60_000)
  if (minutes <= WRONG_CLOCK_MINUTES) return []
  if (minutes < 120) return [t('strip.clock-wrong-minutes', { n: minutes })]
  const hours = Math.round(minutes / 60)
  return [
    hours < 48
      ? t('strip.clock-wrong-hours', { n: hours })
      : t('strip.clock-wrong-days', { n: Math.round(hours / 24) }),
  ]
}

function toneOf(status: SyncStatus, isDayOld: boolean): Tone {
  if (status.refused > 0 || status.state === 'sign-in-needed' || isDayOld) return 'bad'
  if (status.state === 'offline' || status.state === 'hub-trouble' || status.waiting > 0) return 'wait'
  return 'good'
}

/** What the strip on every screen says: saved here, how much waits and why, when something last left this PC. */
export function stripContent(status: SyncStatus, moment: Moment, t: Translate): StripContent {
  const { waiting, lastSent, clock } = status
  const isDayOld = waiting > 0 && lastSent !== null && epochMsOf(moment.now) - epochMsOf(lastSent) > DAY_MS
  return {
    tone: toneOf(status, isDayOld),
    words: [
      t('strip.saved-here'),
      ...stateWords(status, t),
      ...lastSentWords(status, moment, t),
      ...(isDayOld ? [t('strip.day-old')] : []),
      ...clockWords(clock.aheadMs, t),
      ...(status.otherTabSends ? [t('strip.other-tab')] : []),
    ],
    action: status.state === 'sign-in-needed' ? 'sign-in' : waiting > 0 ? 'send' : null,
  }
}
