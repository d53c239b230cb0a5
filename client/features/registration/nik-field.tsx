import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { NO_NIK_REASONS, type NoNikReason } from '../../../shared/documents/patient.ts'
import { bareNumber } from '../../../shared/people/nik.ts'
import { birthText, dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Link } from '../../ui/router/router.tsx'
import type { FieldsProps } from './fields-props.ts'
import { useNikHelp, type NikHelp } from './use-nik-help.ts'

/** The NIK, or why there is none; what the NIK says is offered and never written over what was told. */
export function NikField({ form, set, errorOf, today }: FieldsProps & { readonly today: CalendarDate }) {
  const t = useT()
  const help = useNikHelp(form, today)
  const digits = bareNumber(form.nik).length
  return (
    <>
      <TextField
        id="nik"
        frame="w-5"
        label={t('registration.nik')}
        value={form.nik}
        onType={(nik) => set({ nik })}
        error={errorOf('nik')}
        hint={
          digits > 0 && digits < 16 ? t('registration.nik.count', { n: digits }) : t('registration.nik.hint')
        }
        inputMode="numeric"
        className="number"
        autoFocus
      />
      {digits === 0 && (
        <SelectField
          id="noNikReason"
          frame="w-4"
          label={t('registration.no-nik')}
          value={form.noNikReason}
          onChoose={(reason) => set({ noNikReason: reason as NoNikReason | '' })}
          choices={[
            { value: '', label: t('common.later') },
            ...NO_NIK_REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) })),
          ]}
        />
      )}
      {help && <NikSays help={help} form={form} set={set} />}
    </>
  )
}

function NikSays({ help, form, set }: { readonly help: NikHelp } & Pick<FieldsProps, 'form' | 'set'>) {
  const t = useT()
  const { nik, births, region, warnings, holder } = help
  const [first, second] = births
  if (holder) {
    return (
      <Notice
        tone="bad"
        role="status"
        actions={
          <Link className="button button-primary" to={`/patients/${holder.id}`}>
            {t('registration.nik.open-holder')}
          </Link>
        }
      >
        {t('registration.nik.holder', { name: holder.name, birth: birthText(holder.birth) })}
      </Notice>
    )
  }
  const birth =
    first && second
      ? t('registration.nik.or', { first: dateText(first), second: dateText(second) })
      : first
        ? dateText(first)
        : ''
  const says = { sex: t(`sex.${nik.sex}`), birth }
  const fills = (form.sex === '' || form.birth.trim() === '') && first !== undefined
  const use = () => {
    set({
      ...(form.sex === '' ? { sex: nik.sex } : {}),
      ...(form.birth.trim() === '' && first ? { birth: dateText(first) } : {}),
    })
    focusField('name')
  }
  return (
    <div className="nik-says w-7">
      <p className="row" role="status">
        <span className="soft">
          {region ? t('registration.nik.says', { ...says, region }) : t('registration.nik.says-short', says)}
        </span>
        {fills && <Button onClick={use}>{t('registration.nik.use')}</Button>}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className="nik-warning small">
          {t(WARNINGS[warning])}
        </p>
      ))}
    </div>
  )
}

const WARNINGS = {
  'nik-birth-differs': 'registration.nik.birth-differs',
  'nik-sex-differs': 'registration.nik.sex-differs',
  'nik-region-unknown': 'registration.nik.region-unknown',
} as const
