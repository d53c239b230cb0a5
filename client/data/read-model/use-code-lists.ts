import { useMemo } from 'react'
import type { Area } from '../../../shared/codes/areas.ts'
import type { Icd10Entry } from '../../../shared/codes/icd10.ts'
import type { Payer } from '../../../shared/codes/payers.ts'
import { areaChain } from './area-chain.ts'
import { useCodeList } from './use-read.ts'

/*
 * The lists of `reference` with their types. Only types are imported from shared/codes: the files there carry the
 * lists themselves, and a desk has them from its hub. Entries were checked where they were published.
 */

export function usePayers(): readonly Payer[] | undefined {
  return useCodeList('payers') as readonly Payer[] | undefined
}

export function useIcd10(): readonly Icd10Entry[] | undefined {
  return useCodeList('icd10') as readonly Icd10Entry[] | undefined
}

export function useAreas(): readonly Area[] | undefined {
  return useCodeList('areas') as readonly Area[] | undefined
}

/** Names a payer by its code; the code itself where the list lacks it. */
export function usePayerName(): (code: string) => string {
  const payers = usePayers()
  return useMemo(() => {
    const names = new Map(payers?.map((payer) => [payer.code, payer.nameId] as const))
    return (code) => names.get(code) ?? code
  }, [payers])
}

/** Names a diagnosis by its code in the language of the screen. */
export function useDiagnosisName(language: 'id' | 'en'): (code: string) => string {
  const entries = useIcd10()
  return useMemo(() => {
    const names = new Map(
      entries?.map((entry) => [entry.code, (language === 'en' && entry.nameEn) || entry.nameId] as const),
    )
    return (code) => names.get(code) ?? code
  }, [entries, language])
}

/** Names an area with what lies around it: `Kartoharjo, Kec. Kartoharjo, Kota Madiun`. */
export function useAreaName(): (code: string) => string {
  const areas = useAreas()
  return useMemo(() => {
    const names = new Map(areas?.map((area) => [area.code, area.name] as const))
    return (code) => areaChain(code, names).join(', ') || code
  }, [areas])
}
