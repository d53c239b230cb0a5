import { addDays, calendarDate, type CalendarDate } from '../../../shared/calendar/calendar-date.ts'

/** The last serial number that a spreadsheet program knows, 31 December 9999. */
const LAST_SERIAL = 2_958_465
/** Spreadsheets count a 29 February 1900, which there was not; later days are one too high. */
const FALSE_LEAP_DAY = 60
/** How far workbooks of old Mac programs, which count from 1904, are behind. */
const SINCE_1904 = 1462

/** The day that a spreadsheet's serial number means; its time of day is dropped. */
export function dayOfSerial(serial: number, since1904 = false): CalendarDate | undefined {
  const days = Math.floor(serial) + (since1904 ? SINCE_1904 : 0)
  if (days < 1 || days > LAST_SERIAL || days === FALSE_LEAP_DAY) return undefined
  return addDays(calendarDate('1899-12-31'), days > FALSE_LEAP_DAY ? days - 1 : days)
}

/** Formats with a date that every program has under a number: 14-17, 22, and the East Asian ones. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 17) ||
    format === 22 ||
    (format >= 27 && format <= 36) ||
    (format >= 50 && format <= 58)
  )
}

/** Whether a format shows a day: it names a year or a day outside quotes, brackets and escapes. */
export function isDateFormat(format: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(format)
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[\\_*]./g, '')
  return /[yd]/i.test(bare) && !/general/i.test(bare)
}
