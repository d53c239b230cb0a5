import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, header } from './define-document.ts'
import { HouseholdId, PovertyId } from './ids.ts'

/** Where it is written that a family is poor (`domain.md` 3.2). */
export const POVERTY_SOURCES = ['DTSEN', 'DTKS', 'SK', 'SKTM', 'survey'] as const

/**
 * What was found out about a family's poverty, holding from `from` until a later finding. Findings are added and
 * never edited, so that every past month can be counted again as it was.
 */
export const Poverty = z.looseObject({
  ...header,
  _id: PovertyId,
  type: z.literal('poverty'),
  schema: z.literal(1),
  household: HouseholdId,
  poor: z.boolean(),
  source: z.enum(POVERTY_SOURCES),
  /** Welfare decile of DTSEN, 1 the poorest; `null` where the source has none. */
  desil: z.number().int().min(1).max(10).nullable(),
  from: CalendarDate,
  /** Number of the letter (SKTM) or decree, where there is one. */
  letter: z.string().max(60).nullable(),
})
export type Poverty = z.infer<typeof Poverty>

export const PovertyDocument = defineDocument({
  type: 'poverty',
  database: 'registry',
  change: 'added',
  version: 1,
  schema: Poverty,
  upgrades: [],
  consequences: [],
})
