import { z } from 'zod'
import { Address } from './address.ts'
import { defineDocument, editableHeader } from './define-document.ts'
import { HouseholdId } from './ids.ts'

/** A family as on its family card (*Kartu Keluarga*); members point to it. `kk` is the card's 16 digits. */
export const Household = z.looseObject({
  ...editableHeader,
  _id: HouseholdId,
  type: z.literal('household'),
  schema: z.literal(1),
  kk: z
    .string()
    .regex(/^\d{16}$/)
    .nullable(),
  headName: z.string().min(1).max(120),
  address: Address,
  status: z.enum(['active', 'entered-in-error']),
})
export type Household = z.infer<typeof Household>

export const HouseholdDocument = defineDocument({
  type: 'household',
  database: 'registry',
  change: 'edited',
  version: 1,
  schema: Household,
  upgrades: [],
  consequences: ['kk'],
})
