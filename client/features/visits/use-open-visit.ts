import { useRef, useState } from 'react'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { QueueNumber, VisitKind } from '../../../shared/documents/encounter.ts'
import { EncounterId, type CoverageId, type PatientId } from '../../../shared/documents/ids.ts'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { newUlid } from '../../platform/ids.ts'

export type VisitToOpen = {
  readonly patient: PatientId
  readonly day: CalendarDate
  readonly unit: string
  readonly payer: string
  readonly coverage: CoverageId | null
  readonly kind: VisitKind
  /** Wants a queue number; a page entered afterwards does not. */
  readonly queue: boolean
  readonly replaces: EncounterId | null
}
export type OpenedVisit = {
  readonly encounter: EncounterId
  readonly queue: QueueNumber | null
  readonly day: CalendarDate
}

/** Opens the visit once, under an id made when the form appeared. */
export function useOpenVisit() {
  const ask = useAsk()
  const [ulid] = useState(newUlid)
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const running = useRef(false)

  const open = async ({ day, ...visit }: VisitToOpen): Promise<OpenedVisit | null> => {
    if (running.current) return null
    running.current = true
    setWorking(true)
    setTrouble(null)
    const encounter = EncounterId.parse(`encounter:${day}:${ulid}`)
    const answer = await ask('visits.open', { encounter, ...visit }).catch(() => null)
    running.current = false
    setWorking(false)
    if (answer?.ok) return { ...answer.value, day }
    setTrouble(answer?.problem ?? 'unexpected')
    return null
  }
  return { open, working, trouble }
}
