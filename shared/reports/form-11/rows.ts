import { z } from 'zod'
import form from './rows.json' with { type: 'json' }

/** A row's id is its number on the form with its group's letter: `A3a`, `K10`. */
export const Form11RowId = z.string().regex(/^[A-O]\d{1,2}[a-f]?$/)

/**
 * A row of Form 11 in the form's own words. `printedIcd` is what the form prints, wrong or not (`domain.md` 5.4);
 * what a row counts stands in `mapping.json`. A `heading` counts nothing of its own: it stands over the rows that
 * name it as `parent`.
 */
export const Form11Row = z.object({
  id: Form11RowId,
  group: z.string().regex(/^[A-O]$/),
  name: z.string().min(1),
  printedIcd: z.string(),
  parent: Form11RowId.optional(),
  heading: z.literal(true).optional(),
})
export type Form11Row = z.infer<typeof Form11Row>

export const Form11Group = z.object({ id: z.string().regex(/^[A-O]$/), title: z.string().min(1) })
export type Form11Group = z.infer<typeof Form11Group>

const parsed = z
  .object({ form: z.literal('form-11'), groups: z.array(Form11Group), rows: z.array(Form11Row) })
  .parse(form)

/** Groups A to O, in the form's order. */
export const FORM_11_GROUPS: readonly Form11Group[] = parsed.groups

/** All 242 lines, in the form's order. */
export const FORM_11_ROWS: readonly Form11Row[] = parsed.rows
