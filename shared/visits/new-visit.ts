import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { VisitNewRule } from '../documents/setting.ts'
import { BEGINNING, inOrder, looksBeyondRecords, type BeforeRecords, type Contact } from './contacts.ts'

/** *Kunjungan baru* or *kunjungan lama*, and whether a *baru* rests on no history (rule VN7). */
export type VisitNewness = { readonly newness: 'baru' | 'lama'; readonly withoutHistory: boolean }

export type VisitHistory = BeforeRecords & {
  /** For each person the days on which evidence says they were here. */
  readonly seenBefore: ReadonlyMap<string, readonly CalendarDate[]>
  /** The rule that holds on a day. */
  readonly ruleOn: (day: CalendarDate) => VisitNewRule
}

const BARU: VisitNewness = { newness: 'baru', withoutHistory: false }
const BARU_WITHOUT_HISTORY: VisitNewness = { newness: 'baru', withoutHistory: true }
const LAMA: VisitNewness = { newness: 'lama', withoutHistory: false }

function lookBackStart(day: CalendarDate, rule: VisitNewRule): CalendarDate {
  if (rule === 'EVER') return BEGINNING
  return `${day.slice(0, rule === 'YEAR' ? 4 : 7)}${rule === 'YEAR' ? '-01' : ''}-01` as CalendarDate
}

function newnessOf(contact: Contact, last: CalendarDate | undefined, history: VisitHistory): VisitNewness {
  const start = lookBackStart(contact.on, history.ruleOn(contact.on))
  if (last !== undefined && last >= start) return LAMA
  const evidence = history.seenBefore.get(contact.person)
  if (evidence?.some((day) => day >= start && day < contact.on)) return LAMA
  return evidence === undefined && looksBeyondRecords(start, contact.person, history)
    ? BARU_WITHOUT_HISTORY
    : BARU
}

/**
 * The flag of every contact, by its id (rules VN1-VN7). `contacts` are all of the clinic that count, in any order,
 * as far back as the rule looks.
 */
export function visitNewness(
  contacts: readonly Contact[],
  history: VisitHistory,
): ReadonlyMap<string, VisitNewness> {
  const lastContact = new Map<string, CalendarDate>()
  const flags = new Map<string, VisitNewness>()
  for (const contact of [...contacts].sort(inOrder)) {
    flags.set(contact.id, newnessOf(contact, lastContact.get(contact.person), history))
    lastContact.set(contact.person, contact.on)
  }
  return flags
}
