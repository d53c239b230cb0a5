import { z } from 'zod'
import { Icd10Code } from '../documents/condition.ts'
import entries from './icd10.json' with { type: 'json' }

/**
 * A diagnosis that a clinic can choose. `nameId` is the clerk's word for it, `also` what people call it
 * (*darah tinggi*, *mencret*); the names are the project's own, not those of a published list.
 */
export const Icd10Entry = z.object({
  code: Icd10Code,
  nameId: z.string().min(1).max(80),
  nameEn: z.string().min(1).max(80).optional(),
  also: z.array(z.string().min(1).max(40)).min(1).optional(),
})
export type Icd10Entry = z.infer<typeof Icd10Entry>

/** The diagnoses shipped with the program, in code order: at least one for each row of Form 11, and the usual others. */
export const ICD10: readonly Icd10Entry[] = z.array(Icd10Entry).parse(entries)
