import type { ToPage, ToWorker } from './channel.ts'
import type { Ask, CommandName, Commands, DataWorker, WorkerEvents } from './contract.ts'

type Port = {
  postMessage: (message: ToWorker) => void
  addEventListener: (type: 'message', hear: (event: MessageEvent<ToPage>) => void) => void
}

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (fault: Error) => void }
type Hearer = (told: unknown) => void

/**
 * The page's end of the channel. `onKey` receives the key of the stored form before any answer. The latest state and
 * status are told at once to whoever begins to listen.
 */
export function dataWorkerOver(port: Port, onKey: (key: CryptoKey | null) => void): DataWorker {
  const waiting = new Map<number, Waiting>()
  const hearers = new Map<keyof WorkerEvents, Set<Hearer>>()
  const latest = new Map<keyof WorkerEvents, unknown>()
  let calls = 0

  function settle(call: number, how: (one: Waiting) => void): void {
    const one = waiting.get(call)
    waiting.delete(call)
    if (one) how(one)
  }

  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'ready') onKey(data.key)
    else if (data.kind === 'answer') settle(data.call, (one) => one.resolve(data.answer))
    else if (data.kind === 'fault') settle(data.call, (one) => one.reject(new Error(data.message)))
    else {
      if (data.name !== 'read-model.changed') latest.set(data.name, data.told)
      for (const hear of hearers.get(data.name) ?? []) hear(data.told)
    }
  })

  const ask: Ask = <Name extends CommandName>(name: Name, input: Commands[Name]['in']) =>
    new Promise<Commands[Name]['out']>((resolve, reject) => {
      calls += 1
      waiting.set(calls, { resolve: resolve as (answer: unknown) => void, reject })
      port.postMessage({ kind: 'ask', call: calls, name, input })
    })

  const on: DataWorker['on'] = (name, hear) => {
    const set = hearers.get(name) ?? new Set<Hearer>()
    hearers.set(name, set)
    set.add(hear as Hearer)
    if (latest.has(name)) (hear as Hearer)(latest.get(name))
    return () => void set.delete(hear as Hearer)
  }

  return { ask, on }
}
