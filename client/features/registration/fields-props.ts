import type { FormField } from './check-form.ts'
import type { RegistrationForm } from './registration-form.ts'

/** What every part of the form is given: the form, the way to change it, and the sentence of a field at fault. */
export type FieldsProps = {
  readonly form: RegistrationForm
  readonly set: (change: Partial<RegistrationForm>) => void
  readonly errorOf: (field: FormField) => string | undefined
}
