import { useEffect, useMemo, useState } from 'react'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import {
  nikWarnings,
  parseNik,
  suggestedBirths,
  type Nik,
  type NikWarning,
} from '../../../shared/people/nik.ts'
import type { SearchHit } from '../../data/bridge/contract.ts'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { useAreas } from '../../data/read-model/use-code-lists.ts'
import type { RegistrationForm } from './registration-form.ts'
import { readBirth } from './typed-birth.ts'

export type NikHelp = {
  readonly nik: Nik
  /** Birth days that the NIK can mean, the likeliest first. */
  readonly births: readonly CalendarDate[]
  /** Kecamatan and regency where the NIK was given; `null` where no list knows the code. */
  readonly region: string | null
  readonly warnings: readonly NikWarning[]
  /** Who has this NIK here already. */
  readonly holder: SearchHit | null
}

/** What a complete NIK says; everything in it is a suggestion, because the card may disagree with life. */
export function useNikHelp(form: RegistrationForm, today: CalendarDate): NikHelp | null {
  const reading = useMemo(() => parseNik(form.nik), [form.nik])
  const nik = reading.ok ? reading.nik : null
  const regions = useRegions(nik !== null)
  const holder = useHolder(nik?.text ?? null)
  const areas = useAreas()
  if (!nik) return null
  const birth = readBirth(form.birth, today)
  const told = { birth: birth.ok ? birth.birth : undefined, sex: form.sex === '' ? undefined : form.sex }
  const kecamatan = regions?.[nik.region]
  const regency = areas?.find((area) => area.code === nik.region.slice(0, 4))?.name
  return {
    nik,
    births: suggestedBirths(nik, today),
    region: kecamatan ? [kecamatan, ...(regency ? [regency] : [])].join(', ') : null,
    // Until the list is here no code is called unknown.
    warnings: nikWarnings(nik, told, (region) => regions === null || region in regions),
    holder,
  }
}

type Regions = Readonly<Record<string, string>>

/** The names of all kecamatan: a large file, fetched when the first NIK is complete. */
function useRegions(wanted: boolean): Regions | null {
  const [regions, setRegions] = useState<Regions | null>(null)
  useEffect(() => {
    if (!wanted || regions) return undefined
    let current = true
    import('../../../shared/codes/nik-regions.json').then(
      (file) => {
        if (current) setRegions(file.default)
      },
      () => {
        // Without the names the NIK still says sex and birth.
      },
    )
    return () => {
      current = false
    }
  }, [wanted, regions])
  return regions
}

function useHolder(nik: string | null): SearchHit | null {
  const ask = useAsk()
  const [found, setFound] = useState<{ readonly nik: string; readonly hit: SearchHit | null } | null>(null)
  useEffect(() => {
    if (nik === null) return undefined
    let current = true
    ask('patients.search', { text: nik, limit: 5 }).then(
      (answer) => {
        if (current && answer.ok)
          setFound({ nik, hit: answer.value.find((hit) => hit.matched === 'nik') ?? null })
      },
      () => {
        // Saving asks again and refuses a NIK in use.
      },
    )
    return () => {
      current = false
    }
  }, [ask, nik])
  return found && found.nik === nik ? found.hit : null
}
