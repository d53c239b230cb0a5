import { useMemo } from 'react'
import { useAreaName, useAreas } from '../../data/read-model/use-code-lists.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { useT } from '../../i18n/language.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { TextField } from '../../ui/field.tsx'
import { placesOf, searchPlaces, type Place } from './area-search.ts'
import type { FieldsProps } from './fields-props.ts'
import { lastPlaces, rememberPlace } from './last-places.ts'

const OFFERED = 12

export function AddressFields({ form, set, errorOf }: FieldsProps) {
  const t = useT()
  return (
    <>
      <TextField
        id="address"
        frame="w-8"
        label={t('registration.address')}
        note={t('common.optional')}
        hint={t('registration.address.hint')}
        value={form.address}
        onType={(address) => set({ address })}
        maxLength={160}
      />
      <TextField
        id="rt"
        frame="w-2"
        label={t('registration.rt')}
        value={form.rt}
        onType={(rt) => set({ rt })}
        maxLength={3}
        inputMode="numeric"
      />
      <TextField
        id="rw"
        frame="w-2"
        label={t('registration.rw')}
        value={form.rw}
        onType={(rw) => set({ rw })}
        maxLength={3}
        inputMode="numeric"
      />
      <AreaField form={form} set={set} errorOf={errorOf} />
    </>
  )
}

function AreaField({ form, set, errorOf }: FieldsProps) {
  const t = useT()
  const areas = useAreas()
  const areaName = useAreaName()
  const { facility } = useClinic()
  const places = useMemo(() => placesOf(areas ?? [], facility?.workingArea ?? []), [areas, facility])
  const chosen = form.area ?? form.outside
  const text = form.area ? areaName(form.area) : (form.outside ?? form.areaText)
  const options = useMemo(
    () => (chosen === null ? searchPlaces(places, form.areaText, lastPlaces(), OFFERED) : []),
    [places, form.areaText, chosen],
  )
  const choose = (place: Place) => {
    rememberPlace(place.code)
    set(
      place.kind === 'area'
        ? { area: place.code, outside: null, areaText: '' }
        : { area: null, outside: place.name, areaText: '' },
    )
  }
  return (
    <ComboBox
      id="area"
      frame="w-8"
      label={t('registration.area')}
      hint={t('registration.area.hint')}
      error={errorOf('area')}
      text={text}
      chosen={chosen !== null}
      // Typing over a choice begins again with what is typed.
      onType={(areaText) =>
        set({ areaText: chosen === null ? areaText : newWords(text, areaText), area: null, outside: null })
      }
      options={options}
      keyOf={(place) => place.code}
      render={(place) => <PlaceRow place={place} />}
      onChoose={choose}
      listLabel={t('registration.area.list')}
      nothing={t('registration.area.nothing')}
    />
  )
}

/** What somebody typed at the end of a chosen place's name, or nothing where they took letters away. */
function newWords(before: string, after: string): string {
  return after.startsWith(before) ? after.slice(before.length).trim() : ''
}

function PlaceRow({ place }: { place: Place }) {
  const t = useT()
  return (
    <span className="place-row">
      <span>
        <strong>{place.name}</strong>
        {place.around && <span className="soft">, {place.around}</span>}
      </span>
      <span className="soft small">
        {t(place.inside ? 'registration.area.inside' : 'registration.area.outside')}
      </span>
    </span>
  )
}
