import { z } from 'zod'
import { defineDocument, header } from './define-document.ts'
import { FacilityCode } from './ids.ts'

/** A unit's code, unique in its clinic: `UMUM`, `GIGI`, `KIA`. */
export const UnitCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,23}$/)
export type UnitCode = z.infer<typeof UnitCode>

/** A unit of a clinic (*poli*, *ruang pelayanan*, pustu …). `letter` begins its queue numbers and is its key at the desk. */
export const Unit = z.looseObject({
  ...header,
  _id: z.string().regex(/^unit:\d{7}:[A-Z][A-Z0-9_]{1,23}$/),
  type: z.literal('unit'),
  schema: z.literal(1),
  facility: FacilityCode,
  code: UnitCode,
  name: z.string().min(1).max(60),
  letter: z.string().regex(/^[A-Z]$/),
  usualKind: z.enum(['sakit', 'sehat']),
  klaster: z.number().int().min(1).max(5).nullable(),
  active: z.boolean(),
})
export type Unit = z.infer<typeof Unit>

export const UnitDocument = defineDocument({
  type: 'unit',
  database: 'reference',
  change: 'replaced',
  version: 1,
  schema: Unit,
  upgrades: [],
  consequences: [],
})
