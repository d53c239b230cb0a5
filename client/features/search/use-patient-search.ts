import { useEffect, useState } from 'react'
import type { SearchHit } from '../../data/bridge/contract.ts'
import { useDataWorker } from '../../data/bridge/use-data-worker.tsx'

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

/** Counts how often patients were saved here or came in from other desks. */
function usePatientsChanged(): number {
  const worker = useDataWorker()
  const [times, setTimes] = useState(0)
  useEffect(
    () =>
      worker.on('read-model.changed', ({ databases }) => {
        if (databases.some((name) => name.startsWith('registry-'))) setTimes((before) => before + 1)
      }),
    [worker],
  )
  return times
}

/**
 * The rows for a later answer to the same words: who is shown keeps the place, so that Enter opens whom one reads; who
 * came in meanwhile stands below.
 */
export function inPlace(shown: readonly SearchHit[], later: readonly SearchHit[]): readonly SearchHit[] {
  const still = shown.flatMap(({ id }) => later.filter((hit) => hit.id === id))
  return [...still, ...later.filter((hit) => !still.includes(hit))]
}

function foundBy(text: string, answered: readonly SearchHit[], before: Found): Found {
  const shown = before.kind === 'found' && before.text === text ? before.hits : []
  const hits = inPlace(shown, answered)
  return { kind: 'found', text, hits: hits.slice(0, SHOWN), more: hits.length > SHOWN }
}

/**
 * Patients that match what is typed, also those who come in from another desk while one looks. An answer that comes
 * after a later key is dropped.
 */
export function usePatientSearch(typed: string): Found {
  const { ask } = useDataWorker()
  const changed = usePatientsChanged()
  const text = typed.trim()
  const [found, setFound] = useState<Found>({ kind: 'idle' })
  useEffect(() => {
    if (text === '') return undefined
    let current = true
    ask('patients.search', { text, limit: SHOWN + 1 }).then(
      (answer) => {
        if (!current) return
        setFound((before) => (answer.ok ? foundBy(text, answer.value, before) : { kind: 'failed' }))
      },
      () => {
        if (current) setFound({ kind: 'failed' })
      },
    )
    return () => {
      current = false
    }
  }, [ask, text, changed])
  return text === '' ? { kind: 'idle' } : found
}
