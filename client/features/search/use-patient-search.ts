import { useEffect, useState } from 'react'
import type { SearchHit } from '../../data/bridge/contract.ts'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'

/** Rows shown; one more is asked for, to know whether there are others. */
export const SHOWN = 12

export type Found =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'found'
      readonly text: string
      readonly hits: readonly SearchHit[]
      readonly more: boolean
    }
  | { readonly kind: 'failed' }

/** Patients that match what is typed. An answer that comes after a later key is dropped. */
export function usePatientSearch(typed: string): Found {
  const ask = useAsk()
  const text = typed.trim()
  const [found, setFound] = useState<Found>({ kind: 'idle' })
  useEffect(() => {
    if (text === '') return undefined
    let current = true
    ask('patients.search', { text, limit: SHOWN + 1 }).then(
      (answer) => {
        if (!current) return
        setFound(
          answer.ok
            ? { kind: 'found', text, hits: answer.value.slice(0, SHOWN), more: answer.value.length > SHOWN }
            : { kind: 'failed' },
        )
      },
      () => {
        if (current) setFound({ kind: 'failed' })
      },
    )
    return () => {
      current = false
    }
  }, [ask, text])
  return text === '' ? { kind: 'idle' } : found
}
