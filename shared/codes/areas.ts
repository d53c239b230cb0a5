import { z } from 'zod'
import entries from './areas.json' with { type: 'json' }

/**
 * An official area (Kemendagri), keyed by its code without points: 2 digits a province, 4 a kabupaten or kota,
 * 6 a kecamatan, 10 a desa or kelurahan. The code of the area around it is its beginning.
 */
export const Area = z.object({
  code: z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{10})$/),
  name: z.string().min(1).max(60),
})
export type Area = z.infer<typeof Area>

/**
 * In code order: every province and regency; kecamatan and desa of Kota and Kabupaten Madiun and of the regencies
 * around them. Made by `tests/house/make-areas.ts`.
 */
export const AREAS: readonly Area[] = z.array(Area).parse(entries)
