import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { POVERTY_SOURCES } from '../../../shared/documents/poverty.ts'
import { usePayers } from '../../data/read-model/use-code-lists.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import type { FieldsProps } from './fields-props.ts'
import type { RegistrationForm } from './registration-form.ts'

type Props = FieldsProps & { readonly today: CalendarDate }

/** Schemes that a person can be covered by; the others are ways to pay for one visit. */
function isCover(code: string): boolean {
  return code.startsWith('JKN_') || ['JAMKESDA', 'SKTM', 'ASURANSI_LAIN'].includes(code)
}

export function CoverFields({ form, set, errorOf, today }: Props) {
  const t = useT()
  const payers = usePayers() ?? []
  const optional = t('common.optional')
  return (
    <div className="fields">
      <TextField
        id="phone"
        frame="w-4"
        label={t('registration.phone')}
        note={optional}
        value={form.phone}
        onType={(phone) => set({ phone })}
        maxLength={24}
        inputMode="tel"
      />
      <TextField
        id="jkn"
        frame="w-4"
        label={t('registration.jkn')}
        note={optional}
        value={form.jkn}
        onType={(jkn) => set({ jkn })}
        error={errorOf('jkn')}
        inputMode="numeric"
      />
      <TextField
        id="oldRm"
        frame="w-4"
        label={t('registration.old-rm')}
        note={optional}
        value={form.oldRm}
        onType={(oldRm) => set({ oldRm })}
        maxLength={40}
      />
      <SelectField
        id="scheme"
        frame="w-6"
        label={t('registration.cover')}
        value={form.scheme}
        onChoose={(scheme) =>
          set({ scheme, ...(form.coverFrom === '' ? { coverFrom: dateText(today) } : {}) })
        }
        choices={[
          { value: '', label: t('registration.cover.none') },
          ...payers
            .filter(({ code }) => isCover(code))
            .map(({ code, nameId }) => ({ value: code, label: nameId })),
        ]}
      />
      {form.scheme !== '' && <CoverDetails form={form} set={set} errorOf={errorOf} />}
      <PovertyFields form={form} set={set} errorOf={errorOf} today={today} />
    </div>
  )
}

function CoverDetails({ form, set, errorOf }: FieldsProps) {
  const t = useT()
  const optional = t('common.optional')
  return (
    <>
      <TextField
        id="coverFrom"
        frame="w-3"
        label={t('registration.cover.from')}
        value={form.coverFrom}
        onType={(coverFrom) => set({ coverFrom })}
        error={errorOf('coverFrom')}
      />
      <TextField
        id="coverTo"
        frame="w-3"
        label={t('registration.cover.to')}
        value={form.coverTo}
        onType={(coverTo) => set({ coverTo })}
        error={errorOf('coverTo')}
      />
      <TextField
        id="coverAt"
        frame="w-6"
        label={t('registration.cover.at')}
        note={optional}
        value={form.coverAt}
        onType={(coverAt) => set({ coverAt })}
        maxLength={80}
      />
      {!form.scheme.startsWith('JKN_') && (
        <TextField
          id="coverCard"
          frame="w-6"
          label={t('registration.cover.card')}
          note={optional}
          value={form.coverCard}
          onType={(coverCard) => set({ coverCard })}
          maxLength={24}
        />
      )}
    </>
  )
}

function PovertyFields({ form, set, errorOf, today }: Props) {
  const t = useT()
  return (
    <>
      <SelectField
        id="poor"
        frame="w-6"
        label={t('registration.poverty')}
        value={form.poor}
        onChoose={(poor) =>
          set({
            poor: poor as RegistrationForm['poor'],
            ...(form.povertyFrom === '' ? { povertyFrom: dateText(today) } : {}),
          })
        }
        error={errorOf('poor')}
        choices={[
          { value: '', label: t('registration.poverty.later') },
          { value: 'yes', label: t('registration.poverty.poor') },
          { value: 'no', label: t('registration.poverty.not-poor') },
        ]}
      />
      {form.poor !== '' && (
        <>
          <SelectField
            id="povertySource"
            frame="w-3"
            label={t('registration.poverty.source')}
            value={form.povertySource}
            onChoose={(source) => set({ povertySource: source as RegistrationForm['povertySource'] })}
            choices={POVERTY_SOURCES.map((source) => ({ value: source, label: t(`poverty.${source}`) }))}
          />
          <SelectField
            id="desil"
            frame="w-3"
            label={t('registration.poverty.desil')}
            value={form.desil}
            onChoose={(desil) => set({ desil })}
            choices={[
              { value: '', label: t('registration.poverty.desil.unknown') },
              ...Array.from({ length: 10 }, (_, index) => String(index + 1)).map((n) => ({
                value: n,
                label: n,
              })),
            ]}
          />
          <TextField
            id="povertyFrom"
            frame="w-3"
            label={t('registration.poverty.from')}
            value={form.povertyFrom}
            onType={(povertyFrom) => set({ povertyFrom })}
            error={errorOf('povertyFrom')}
          />
          <TextField
            id="povertyLetter"
            frame="w-6"
            label={t('registration.poverty.letter')}
            note={t('common.optional')}
            value={form.povertyLetter}
            onType={(povertyLetter) => set({ povertyLetter })}
            maxLength={60}
          />
        </>
      )}
    </>
  )
}
