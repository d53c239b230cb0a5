import { z } from 'zod'
import { CalendarDate } from '../../calendar/calendar-date.ts'
import { Icd10Code } from '../../documents/condition.ts'
import { Sex } from '../../documents/patient.ts'
import shipped from './mapping.json' with { type: 'json' }
import { FORM_11_ROWS, Form11RowId } from './rows.ts'

/** No rule is shorter than a category such as `E11`. */
const CATEGORY_LENGTH = 3

const Years = z.number().int().min(0).max(130)

const CategoryRange = z
  .string()
  .regex(/^([A-Z])\d{2}-\1\d{2}$/)
  .refine((range) => range.slice(0, 3) <= range.slice(4), 'the range ends before it begins')

/**
 * Codes that one row counts. A code stands for itself and all below it; a range is of whole categories, both ends
 * included. `row: null` leaves codes out that a shorter code of another rule would take, and says why.
 */
export const MappingRule = z
  .object({
    row: Form11RowId.nullable(),
    codes: z.array(Icd10Code).optional(),
    ranges: z.array(CategoryRange).optional(),
    /** Completed years on the day of the visit: at least `fromYears`, less than `belowYears`. */
    age: z.object({ fromYears: Years.optional(), belowYears: Years.optional() }).optional(),
    sex: Sex.optional(),
    why: z.string().min(1).optional(),
  })
  .refine(({ row, why }) => row !== null || why !== undefined, {
    path: ['why'],
    message: 'codes are left out without a reason',
  })
export type MappingRule = z.infer<typeof MappingRule>

/** The person a diagnosis belongs to, on the day of the visit. */
export type Counted = { readonly ageYears: number; readonly sex: Sex }

/** A code of a rule that another rule claims as well, for the same people. */
export type Clash = { readonly code: string; readonly rows: readonly (string | null)[] }

function categoriesOf(range: string): readonly string[] {
  const first = Number(range.slice(1, 3))
  const count = Number(range.slice(5)) - first + 1
  return Array.from(
    { length: count },
    (_, step) => `${range.slice(0, 1)}${String(first + step).padStart(2, '0')}`,
  )
}

const codesOf = ({ codes = [], ranges = [] }: MappingRule) => [...codes, ...ranges.flatMap(categoriesOf)]

/** Without the point every further character is a part of the code, so a beginning of the text is a whole code. */
const withoutPoint = (code: string) => code.replace('.', '')

function rulesByCode(rules: readonly MappingRule[]): ReadonlyMap<string, readonly MappingRule[]> {
  const found = new Map<string, MappingRule[]>()
  for (const rule of rules) {
    for (const code of codesOf(rule)) {
      const key = withoutPoint(code)
      found.set(key, [...(found.get(key) ?? []), rule])
    }
  }
  return found
}

function counts({ age, sex }: MappingRule, person: Counted): boolean {
  const oldEnough = person.ageYears >= (age?.fromYears ?? 0)
  const youngEnough = person.ageYears < (age?.belowYears ?? Infinity)
  return oldEnough && youngEnough && (sex ?? person.sex) === person.sex
}

function shareSomebody(one: MappingRule, other: MappingRule): boolean {
  const from = Math.max(one.age?.fromYears ?? 0, other.age?.fromYears ?? 0)
  const below = Math.min(one.age?.belowYears ?? Infinity, other.age?.belowYears ?? Infinity)
  return from < below && (one.sex ?? other.sex) === (other.sex ?? one.sex)
}

/** Codes that two rules claim for the same person with nothing to choose between them; a mapping has none. */
export function clashesIn(rules: readonly MappingRule[]): readonly Clash[] {
  const clashes: Clash[] = []
  for (const [code, claims] of rulesByCode(rules)) {
    const meets = claims.some((one, at) => claims.slice(at + 1).some((other) => shareSomebody(one, other)))
    if (meets) clashes.push({ code, rows: claims.map(({ row }) => row) })
  }
  return clashes
}

const COUNTING_ROWS: ReadonlySet<string> = new Set(
  FORM_11_ROWS.filter(({ heading }) => !heading).map(({ id }) => id),
)

/** One version of the mapping, holding from a day on. A district can publish its own (`domain.md` 5.4). */
export const Form11Mapping = z
  .object({
    form: z.literal('form-11'),
    version: z.number().int().min(1),
    from: CalendarDate,
    rules: z.array(MappingRule),
  })
  .refine(({ rules }) => rules.every(({ row }) => row === null || COUNTING_ROWS.has(row)), {
    path: ['rules'],
    message: 'a rule names a row that is not on the form, or a heading',
  })
  .refine(({ rules }) => clashesIn(rules).length === 0, {
    path: ['rules'],
    message: 'two rules claim the same code for the same people',
  })
export type Form11Mapping = z.infer<typeof Form11Mapping>

/** The mapping shipped with the program. Its decisions are in `RULES.md`. */
export const FORM_11_MAPPING: Form11Mapping = Form11Mapping.parse(shipped)

/**
 * The row that counts a diagnosis by the given rules: the longest code wins among the rules that hold for the person.
 * Null means no row counts it; such a diagnosis belongs in the tray and is never dropped.
 */
export function rowFinder(rules: readonly MappingRule[]): (code: string, person: Counted) => string | null {
  const claims = rulesByCode(rules)
  return (code, person) => {
    const key = withoutPoint(code)
    for (let length = key.length; length >= CATEGORY_LENGTH; length -= 1) {
      const rule = claims.get(key.slice(0, length))?.find((claim) => counts(claim, person))
      if (rule !== undefined) return rule.row
    }
    return null
  }
}

/** `rowFinder` over the mapping shipped with the program. */
export const rowFor = rowFinder(FORM_11_MAPPING.rules)
