import { useEffect, useState } from 'react'
import { bareNumber } from '../../../shared/people/nik.ts'
import type { HouseholdHit } from '../../data/bridge/contract.ts'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { groupedDigits } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { RELATIONS, relationText } from '../../i18n/relation-text.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import type { FieldsProps } from './fields-props.ts'
import type { RegistrationForm } from './registration-form.ts'

/** Rows offered for the words typed: families found, then a new one. */
type Offer =
  | { readonly kind: 'existing'; readonly hit: HouseholdHit }
  | { readonly kind: 'new'; readonly kk: string; readonly head: string }

const OFFERED = 6

/** The family by No. KK or by a name: one that is here, a new one, or none yet. */
export function FamilyField({ form, set, errorOf }: FieldsProps) {
  const t = useT()
  const offers = useOffers(form.familyText)
  const choose = (offer: Offer) => {
    set(offer.kind === 'existing' ? pickExisting(offer.hit, form) : pickNew(offer))
    requestAnimationFrame(() => focusField(offer.kind === 'existing' ? 'relation' : 'newKk'))
  }
  const clear = () => {
    set({ family: { kind: 'none' }, familyText: '' })
    requestAnimationFrame(() => focusField('family'))
  }
  return (
    <>
      {form.family.kind === 'none' ? (
        <ComboBox
          id="family"
          frame="w-8"
          label={t('registration.family')}
          note={t('common.optional')}
          hint={t('registration.family.hint')}
          error={errorOf('family')}
          text={form.familyText}
          onType={(familyText) => set({ familyText })}
          options={offers}
          keyOf={(offer) => (offer.kind === 'existing' ? offer.hit.id : 'new')}
          render={(offer) => <OfferRow offer={offer} />}
          onChoose={choose}
          listLabel={t('registration.family.list')}
        />
      ) : (
        <div className="family-picked w-8" id="family">
          <p className="family-label">{t('patient.family')}</p>
          <p className="row">
            <PickedWords form={form} />
            <Button onClick={clear}>{t('registration.family.clear')}</Button>
          </p>
        </div>
      )}
      {form.family.kind === 'new' && (
        <>
          <TextField
            id="newKk"
            frame="w-5"
            label={t('registration.kk-new')}
            note={t('common.optional')}
            value={form.newKk}
            onType={(newKk) => set({ newKk })}
            error={errorOf('newKk')}
            inputMode="numeric"
          />
          <TextField
            id="newHead"
            frame="w-7"
            label={t('registration.head')}
            value={form.newHead}
            onType={(newHead) => set({ newHead })}
            error={errorOf('newHead')}
          />
        </>
      )}
      {form.family.kind !== 'none' && (
        <SelectField
          id="relation"
          frame="w-4"
          label={t('registration.relation')}
          value={form.relation}
          onChoose={(relation) => set({ relation })}
          choices={[
            { value: '', label: t('common.later') },
            ...RELATIONS.map((code) => ({ value: code, label: relationText(code, t) })),
          ]}
        />
      )}
    </>
  )
}

function useOffers(text: string): readonly Offer[] {
  const ask = useAsk()
  const typed = text.trim()
  const [found, setFound] = useState<readonly HouseholdHit[]>([])
  useEffect(() => {
    if (typed === '') return undefined
    let current = true
    ask('households.search', { text: typed, limit: OFFERED }).then(
      (answer) => {
        if (current) setFound(answer.ok ? answer.value : [])
      },
      () => {
        if (current) setFound([])
      },
    )
    return () => {
      current = false
    }
  }, [ask, typed])
  if (typed === '') return []
  const digits = bareNumber(typed)
  const isNumber = /^\d+$/.test(digits)
  const isKk = /^\d{16}$/.test(digits)
  const taken = isKk && found.some((hit) => hit.kk === digits)
  const offered: Offer = { kind: 'new', kk: isKk ? digits : '', head: isNumber ? '' : typed }
  return [...found.map((hit) => ({ kind: 'existing', hit }) as const), ...(taken ? [] : [offered])]
}

function OfferRow({ offer }: { offer: Offer }) {
  const t = useT()
  if (offer.kind === 'new') {
    if (offer.kk) return <strong>{t('registration.family.new-kk', { kk: groupedDigits(offer.kk) })}</strong>
    return (
      <strong>
        {offer.head ? t('registration.family.new-head', { name: offer.head }) : t('registration.family.new')}
      </strong>
    )
  }
  const { hit } = offer
  return (
    <span className="family-offer">
      <span>
        <strong>{hit.headName}</strong>{' '}
        <span className="number soft">
          {hit.kk ? groupedDigits(hit.kk) : t('registration.family.kk-later')}
        </span>
      </span>
      <span className="soft small">
        {t('registration.family.members', {
          n: hit.members.length,
          names: hit.members.slice(0, 4).join(', '),
        })}
      </span>
    </span>
  )
}

function PickedWords({ form }: { form: RegistrationForm }) {
  const t = useT()
  if (form.family.kind !== 'existing') return <strong>{t('registration.family.new')}</strong>
  const { headName, kk, members } = form.family
  return (
    <strong>
      {kk
        ? t('registration.family.chosen', { head: headName, kk: groupedDigits(kk), n: members })
        : t('registration.family.chosen-no-kk', { head: headName, n: members })}
    </strong>
  )
}

/** A family that is here brings its address along, into fields that are still empty. */
export function pickExisting(hit: HouseholdHit, form: RegistrationForm): Partial<RegistrationForm> {
  const { address } = hit
  const noArea = form.area === null && form.outside === null
  return {
    family: { kind: 'existing', id: hit.id, kk: hit.kk, headName: hit.headName, members: hit.members.length },
    familyText: '',
    ...(form.address === '' ? { address: address.text } : {}),
    ...(form.rt === '' ? { rt: address.rt } : {}),
    ...(form.rw === '' ? { rw: address.rw } : {}),
    ...(noArea ? { area: address.area, outside: address.outside, areaText: '' } : {}),
  }
}

function pickNew(offer: Extract<Offer, { kind: 'new' }>): Partial<RegistrationForm> {
  return { family: { kind: 'new' }, familyText: '', newKk: offer.kk, newHead: offer.head }
}
