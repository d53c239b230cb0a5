import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { Chance } from './chance.ts'
import type { Sex } from './person-names.ts'

/** Serials begin here, so that a made-up number can hardly be a living person's: real ones begin at 0001 each day. */
const FIRST_SERIAL = 7001

/** Numbers of the whole district, each given once. */
export type IdentityNumbers = {
  /** NIK: region of first registration, day of birth (+ 40 for women), month, year, serial (`domain.md` 1.1). */
  readonly nik: (region: string, sex: Sex, born: CalendarDate) => string
  /** Family card: region, day of issue, serial. */
  readonly kk: (region: string, issued: CalendarDate) => string
  /** JKN card of 13 digits. */
  readonly jkn: () => string
}

function dayDigits(day: CalendarDate, plus: number): string {
  return String(Number(day.slice(8, 10)) + plus).padStart(2, '0') + day.slice(5, 7) + day.slice(2, 4)
}

/** A source of numbers that never gives one twice. The order of asking decides, so one source serves one run. */
export function identityNumbers(chance: Chance): IdentityNumbers {
  const last = new Map<string, number>()
  const cards = new Set<string>()

  function numbered(prefix: string): string {
    const serial = (last.get(prefix) ?? FIRST_SERIAL - 1) + 1
    last.set(prefix, serial)
    return prefix + String(serial)
  }

  function jkn(): string {
    const card = `000${String(chance.whole(9_000_000_000, 9_999_999_999))}`
    if (cards.has(card)) return jkn()
    cards.add(card)
    return card
  }

  return {
    nik: (region, sex, born) => numbered(region + dayDigits(born, sex === 'P' ? 40 : 0)),
    kk: (region, issued) => numbered(region + dayDigits(issued, 0)),
    jkn,
  }
}
