import { z } from 'zod'
import entries from './nik-regions.json' with { type: 'json' }

/** Names of kecamatan by the six digits that begin a NIK. */
export const NikRegions = z.record(z.string().regex(/^\d{6}$/), z.string().min(1))
export type NikRegions = Readonly<z.infer<typeof NikRegions>>

/**
 * Every kecamatan of the country. New ones are made and old ones stay in issued NIKs, so a code that is missing here
 * is a warning, never an error (`domain.md` 1.1). Large: a client loads this file only when it needs it. The
 * province and regency are in `areas.ts`. Made by `tests/house/make-areas.ts`.
 */
export const NIK_REGIONS: NikRegions = NikRegions.parse(entries)
