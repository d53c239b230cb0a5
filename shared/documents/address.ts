import { z } from 'zod'

/** A desa or kelurahan by its Kemendagri code without dots, 10 digits (`domain.md` 9.4). */
export const AreaCode = z.string().regex(/^\d{10}$/)
export type AreaCode = z.infer<typeof AreaCode>

/**
 * Where a person or family lives. `area` decides *dalam* or *luar wilayah*; `outside` names the kabupaten or kota
 * of people from far away whose desa nobody asks for. Both `null`: to be asked later (*menyusul*).
 */
export const Address = z.object({
  text: z.string().max(160),
  rt: z.string().max(3),
  rw: z.string().max(3),
  area: AreaCode.nullable(),
  outside: z.string().max(80).nullable(),
})
export type Address = z.infer<typeof Address>
