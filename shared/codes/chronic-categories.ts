import { z } from 'zod'
import entries from './chronic-categories.json' with { type: 'json' }
import { icd10Category } from './icd10-category.ts'

const Category = z.string().regex(/^[A-Z]\d{2}$/)

/**
 * ICD-10 categories, first to last, whose cases are *baru* only once (`domain.md` 2.3). `basis` says where the line
 * comes from: `policy` is that document's list, `lifelong` the project's reading of its "…".
 */
export const ChronicCategories = z
  .object({
    from: Category,
    to: Category,
    nameId: z.string().min(1),
    basis: z.enum(['policy', 'lifelong']),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'the span ends before it begins' })
export type ChronicCategories = z.infer<typeof ChronicCategories>

export const CHRONIC_CATEGORIES: readonly ChronicCategories[] = z.array(ChronicCategories).parse(entries)

/** Whether a diagnosis is chronic by a list: the shipped one, or the one its district published. */
export function isChronic(
  code: string,
  list: readonly Pick<ChronicCategories, 'from' | 'to'>[] = CHRONIC_CATEGORIES,
): boolean {
  const category = icd10Category(code)
  return list.some(({ from, to }) => from <= category && category <= to)
}
