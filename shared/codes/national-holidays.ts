import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import of2025 from './holidays-2025.json' with { type: 'json' }
import of2026 from './holidays-2026.json' with { type: 'json' }

/**
 * A day of the yearly decree of three ministers (SKB). It is not `certain` where the decree fixed the day before the
 * moon was sighted, so the announced day may differ by one; the district checks these.
 */
export const NationalHoliday = z.object({
  on: CalendarDate,
  name: z.string().min(1),
  kind: z.enum(['national', 'collective-leave']),
  certain: z.boolean(),
})
export type NationalHoliday = z.infer<typeof NationalHoliday>

/** In date order, by year. 2025: SKB 1017/2024 and its change of August 2025; 2026: SKB 1497/2025. */
export const NATIONAL_HOLIDAYS: ReadonlyMap<number, readonly NationalHoliday[]> = new Map([
  [2025, z.array(NationalHoliday).parse(of2025)],
  [2026, z.array(NationalHoliday).parse(of2026)],
])
