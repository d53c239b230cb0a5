import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { defineDocument, header } from './define-document.ts'

/** Which ICD-10 codes a row of a form counts, in one version, holding from a day on (`domain.md` 5.4). */
export const FormMapping = z.looseObject({
  ...header,
  _id: z.string().regex(/^form-mapping:[a-z0-9-]+:\d+$/),
  type: z.literal('form-mapping'),
  schema: z.literal(1),
  form: z.string().min(1),
  version: z.number().int().min(1),
  from: CalendarDate,
  /** The rules as `shared/reports/<form>/mapping.ts` reads them. */
  rules: z.array(z.unknown()),
})
export type FormMapping = z.infer<typeof FormMapping>

export const FormMappingDocument = defineDocument({
  type: 'form-mapping',
  database: 'reference',
  change: 'replaced',
  version: 1,
  schema: FormMapping,
  upgrades: [],
  consequences: [],
})
