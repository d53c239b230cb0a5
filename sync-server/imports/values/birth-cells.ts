import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Cell } from '../spreadsheet/sheet.ts'
import { readAge, type ToldAge } from './ages.ts'
import { saidIn } from './cell-text.ts'
import { readDay, readDayText, type DayReading } from './days.ts'
import { monthNamed } from './month-names.ts'

/** What one cell says about birth: a place, a day, or an age that somebody wrote where the day belongs. */
export type BirthCell = {
  readonly place?: string
  readonly day?: DayReading
  readonly age?: ToldAge
}

function tidyPlace(text: string): string | undefined {
  const place = text.replace(/[\s,.;:/()-]+$/, '').replace(/^[\s,.;:/()-]+/, '')
  return place === '' ? undefined : place.slice(0, 80)
}

/** Where the day begins: at its first figure or question mark, or at the name of a month that no figure precedes. */
function dayStart(text: string): number {
  const figure = text.search(/[\d?]/)
  const head = figure < 0 ? text : text.slice(0, figure)
  const [tail = '', word = ''] = /([A-Za-z]{3,9})\.?\s*$/.exec(head) ?? []
  if (figure >= 0 && monthNamed(word)) return head.length - tail.length
  return figure
}

function dayOrAge(text: string, on: CalendarDate): Omit<BirthCell, 'place'> {
  const day = readDayText(text, on)
  if (day.ok) return { day }
  const age = /[a-z]/i.test(text) ? readAge(text) : undefined
  return age ? { age } : { day }
}

/**
 * Birth place and day in one cell (`Madiun, 31-12-1985`), or either alone (IM8). A text that begins with a figure
 * may have the place behind the day.
 */
export function readBirthCell(cell: Cell, on: CalendarDate): BirthCell {
  if (cell.kind === 'date' || cell.kind === 'number') return { day: readDay(cell, on) }
  const text = saidIn(cell)
  if (text === undefined) return {}
  const whole = readDayText(text, on)
  if (whole.ok) return { day: whole }
  const start = dayStart(text)
  if (start < 0) {
    const place = tidyPlace(text)
    return place ? { place } : {}
  }
  if (start > 0) {
    const place = tidyPlace(text.slice(0, start))
    return { ...(place ? { place } : {}), ...dayOrAge(text.slice(start), on) }
  }
  const [, before, behind] = /^(.*\d)[\s,;/(]+([A-Za-z][A-Za-z .]*)\)?$/.exec(text) ?? []
  const dayBefore = before ? readDayText(before, on) : undefined
  const place = behind ? tidyPlace(behind) : undefined
  return dayBefore?.ok && place ? { place, day: dayBefore } : dayOrAge(text, on)
}
