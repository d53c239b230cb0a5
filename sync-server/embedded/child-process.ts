import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ChildMessage, Configuration, StartProblem } from './messages.ts'

export type StartFault = {
  readonly ok: false
  readonly problem: StartProblem | 'hub-did-not-start'
  readonly detail: string
}
export type Started = {
  readonly ok: true
  readonly child: ChildProcess
  readonly pid: number
  readonly port: number
}

const LONGEST_START_MS = 60_000
const LONGEST_STOP_MS = 20_000

function launch(): ChildProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const program = join(dirname(fileURLToPath(import.meta.url)), 'child.ts')
  return spawn(process.execPath, ['--import', tsx, program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Starts one child and waits until it serves. */
export function startChild(configuration: Configuration): Promise<Started | StartFault> {
  const child = launch()
  return new Promise((resolve) => {
    function settle(result: Started | StartFault): void {
      clearTimeout(timer)
      child.removeAllListeners('message')
      child.removeAllListeners('exit')
      child.removeAllListeners('error')
      if (!result.ok) child.kill('SIGKILL')
      resolve(result)
    }
    const giveUp = () =>
      settle({ ok: false, problem: 'hub-did-not-start', detail: 'it did not answer in time' })
    const timer = setTimeout(giveUp, LONGEST_START_MS)
    child.once('error', (error) => settle({ ok: false, problem: 'hub-did-not-start', detail: error.message }))
    child.once('exit', (code) =>
      settle({ ok: false, problem: 'hub-did-not-start', detail: `it ended with ${String(code)}` }),
    )
    child.once('message', (message: ChildMessage) => {
      if (message.kind === 'failed') settle({ ok: false, problem: message.problem, detail: message.detail })
      else settle({ ok: true, child, pid: child.pid ?? 0, port: message.port })
    })
    child.send(configuration)
  })
}

/** Asks a child to end and waits for it; one that does not is ended. */
export function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
