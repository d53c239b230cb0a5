import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { Sex } from '../../../shared/documents/patient.ts'
import { ageText, birthText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { focusField } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { LetterChoice } from '../../ui/letter-choice.tsx'
import type { FieldsProps } from './fields-props.ts'
import { NikField } from './nik-field.tsx'
import { readBirth } from './typed-birth.ts'

/** From that age on the form asks whether the year is right. */
const ASK_FROM_YEARS = 100

export function PersonFields({ form, set, errorOf, today }: FieldsProps & { readonly today: CalendarDate }) {
  const t = useT()
  return (
    <div className="fields">
      <NikField form={form} set={set} errorOf={errorOf} today={today} />
      <TextField
        id="name"
        label={t('registration.name')}
        value={form.name}
        onType={(name) => set({ name })}
        error={errorOf('name')}
        required
      />
      <div className="w-5">
        <LetterChoice
          id="sex"
          label={t('registration.sex')}
          value={form.sex}
          onChoose={(sex) => set({ sex: sex as Sex })}
          choices={[
            { value: 'L', label: t('sex.L'), letter: 'L' },
            { value: 'P', label: t('sex.P'), letter: 'P' },
          ]}
          error={errorOf('sex')}
          onDone={() => focusField('birth')}
        />
      </div>
      <TextField
        id="birth"
        frame="w-4"
        label={t('registration.birth')}
        value={form.birth}
        onType={(birth) => set({ birth })}
        error={errorOf('birth')}
        hint={birthHint(form.birth, today, t)}
        required
      />
      <TextField
        id="birthPlace"
        frame="w-3"
        label={t('registration.birth-place')}
        value={form.birthPlace}
        onType={(birthPlace) => set({ birthPlace })}
        maxLength={80}
      />
    </div>
  )
}

/** What the typed birth was read as, at once, so that a slip is seen while the patient still stands there. */
function birthHint(typed: string, today: CalendarDate, t: Translate): string {
  const reading = readBirth(typed, today)
  if (!reading.ok) return t('registration.birth.hint')
  const { birth } = reading
  const age = ageText(today, birth.on, t)
  const read = { birth: birthText(birth).replace('± ', ''), age }
  const words =
    birth.precision === 'day' ? t('registration.birth.read', read) : t('registration.birth.read-about', read)
  const years = Number(today.slice(0, 4)) - Number(birth.on.slice(0, 4))
  return years >= ASK_FROM_YEARS ? `${words}. ${t('registration.birth.century')}` : words
}
