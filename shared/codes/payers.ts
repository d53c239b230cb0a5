import { z } from 'zod'
import { PayerCode } from '../documents/coverage.ts'
import entries from './payers.json' with { type: 'json' }

/** The lines under which reports add payers up (`domain.md` 2.4). */
export const PAYER_ROLLUPS = ['JKN_PBI', 'JKN_NON_PBI', 'UMUM', 'GRATIS_SKTM', 'JAMKESDA', 'LAIN'] as const

/** Who pays for a visit. `poor` marks cover that is given to the poor. */
export const Payer = z.object({
  code: PayerCode,
  nameId: z.string().min(1).max(60),
  rollup: z.enum(PAYER_ROLLUPS),
  poor: z.literal(true).optional(),
})
export type Payer = z.infer<typeof Payer>

export const PAYERS: readonly Payer[] = z.array(Payer).parse(entries)
