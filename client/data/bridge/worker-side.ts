import type { CommandTable, ToPage, ToWorker } from './channel.ts'
import type { CommandName, WorkerEvents } from './contract.ts'

/** The worker's end of the channel. */
export type PageLink = {
  readonly tell: <Name extends keyof WorkerEvents>(name: Name, told: WorkerEvents[Name]) => void
}

type Port = {
  postMessage: (message: ToPage, transfer: Transferable[]) => void
  addEventListener: (type: 'message', hear: (event: MessageEvent<ToWorker>) => void) => void
}

function transferable(answer: unknown): Transferable[] {
  const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null
  const body = typeof value === 'object' && value !== null && 'body' in value ? value.body : null
  return body instanceof ArrayBuffer ? [body] : []
}

/**
 * Listens at once and answers as soon as `commands` are made, so that nothing asked during the start is lost. `made`
 * gives the key of the stored form, which the page is told first.
 */
export function serveCommands(
  port: Port,
  made: (link: PageLink) => Promise<{ readonly key: CryptoKey | null; readonly commands: CommandTable }>,
): void {
  const link: PageLink = { tell: (name, told) => port.postMessage({ kind: 'event', name, told }, []) }
  const start = made(link).then((desk) => {
    port.postMessage({ kind: 'ready', key: desk.key }, [])
    return desk.commands
  })

  async function answer({ call, name, input }: ToWorker): Promise<void> {
    try {
      const run = (await start)[name] as (input: unknown) => Promise<unknown>
      const given = await run(input)
      port.postMessage({ kind: 'answer', call, answer: given }, transferable(given))
    } catch (error) {
      const message = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown fault'
      port.postMessage({ kind: 'fault', call, message: `${name satisfies CommandName}: ${message}` }, [])
    }
  }

  port.addEventListener('message', (event) => void answer(event.data))
}
