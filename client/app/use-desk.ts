import { useEffect, useState } from 'react'
import type { DeskState } from '../data/bridge/contract.ts'
import { useDataWorker } from '../data/bridge/use-data-worker.tsx'

type Desk =
  | { readonly kind: 'opening' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'open'; readonly state: DeskState }

/** Opens the stores once and follows what the worker tells of this PC from then on. */
export function useDesk(): Desk {
  const worker = useDataWorker()
  const [desk, setDesk] = useState<Desk>({ kind: 'opening' })
  useEffect(() => {
    const stop = worker.on('desk.state', (state) => setDesk({ kind: 'open', state }))
    worker.ask('desk.open', {}).then(
      (answer) => setDesk(answer.ok ? { kind: 'open', state: answer.value } : { kind: 'broken' }),
      () => setDesk({ kind: 'broken' }),
    )
    return stop
  }, [worker])
  return desk
}
