import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { Ask, DataWorker, PersonHere, SyncStatus } from './contract.ts'

const WorkerContext = createContext<DataWorker | null>(null)

export function DataWorkerProvider({ worker, children }: { worker: DataWorker; children: ReactNode }) {
  return <WorkerContext value={worker}>{children}</WorkerContext>
}

export function useDataWorker(): DataWorker {
  const worker = use(WorkerContext)
  if (!worker) throw new Error('useDataWorker outside DataWorkerProvider')
  return worker
}

/** Sends commands to the data worker. */
export function useAsk(): Ask {
  return useDataWorker().ask
}

export function useSyncStatus(): SyncStatus | null {
  const worker = useDataWorker()
  const [status, setStatus] = useState<SyncStatus | null>(null)
  useEffect(() => worker.on('sync.status', setStatus), [worker])
  return status
}

/** Milliseconds by which this PC's clock is ahead of the hub's; 0 until they were compared. */
export function useClockAhead(): number {
  const worker = useDataWorker()
  const [aheadMs, setAheadMs] = useState(0)
  useEffect(() => worker.on('sync.status', (status) => setAheadMs(status.clock.aheadMs)), [worker])
  return aheadMs
}

const PersonContext = createContext<PersonHere | null>(null)

/** Who is signed in, for every screen under the shell. */
export function PersonProvider({ person, children }: { person: PersonHere; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>
}

export function usePerson(): PersonHere {
  const person = use(PersonContext)
  if (!person) throw new Error('usePerson outside PersonProvider')
  return person
}
