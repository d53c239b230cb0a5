import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, header } from './define-document.ts'

/** Lists of codes that the district publishes to its desks. */
export const CODE_LISTS = ['icd10', 'areas', 'payers', 'chronic-categories'] as const

/** One version of a list of codes. The entries' shape is that of the loader in `shared/codes/`. */
export const CodeList = z.looseObject({
  ...header,
  _id: z.string().regex(/^code-list:[a-z0-9-]+:\d+$/),
  type: z.literal('code-list'),
  schema: z.literal(1),
  list: z.enum(CODE_LISTS),
  version: z.number().int().min(1),
  from: CalendarDate,
  entries: z.array(z.unknown()),
})
export type CodeList = z.infer<typeof CodeList>

export const CodeListDocument = defineDocument({
  type: 'code-list',
  database: 'reference',
  change: 'replaced',
  version: 1,
  schema: CodeList,
  upgrades: [],
  consequences: [],
})
