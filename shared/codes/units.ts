import { z } from 'zod'
import { UnitCode } from '../documents/unit.ts'
import entries from './units.json' with { type: 'json' }

/** A unit that a new clinic begins with (`domain.md` 2.2); each clinic keeps, renames or drops it. */
export const UsualUnit = z.object({
  code: UnitCode,
  nameId: z.string().min(1).max(60),
  /** Begins its queue numbers and chooses it at the desk; unique among these. */
  letter: z.string().regex(/^[A-Z]$/),
  visitKind: z.enum(['sakit', 'sehat']),
  /** The cluster of integrated primary care (ILP), 1-5; null where the unit serves several. */
  klaster: z.number().int().min(1).max(5).nullable(),
})
export type UsualUnit = z.infer<typeof UsualUnit>

export const USUAL_UNITS: readonly UsualUnit[] = z.array(UsualUnit).parse(entries)
