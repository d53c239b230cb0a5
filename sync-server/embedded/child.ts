/** The embedded hub's process: takes its configuration from its parent, serves, and ends with its parent. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openDatabaseFolder, type DatabaseFolder } from './database-folder.ts'
import { writeDurably } from './durable-file.ts'
import type { ChildMessage, Configuration, StartProblem } from './messages.ts'
import { protocolServer } from './protocol-server.ts'
import { holdFolder } from './synced-leveldown.ts'

type Serving = { readonly databases: DatabaseFolder; readonly server: Server }

function tell(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve())
    else resolve()
  })
}

async function fail(problem: StartProblem, detail: string): Promise<never> {
  await tell({ kind: 'failed', problem, detail })
  process.exit(1)
}

/** The name of this hub's store; replication takes another name for another hub. */
async function readUuid(root: string): Promise<string> {
  const path = join(root, 'server.json')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text !== undefined) return (JSON.parse(text) as { uuid: string }).uuid
  const uuid = randomUUID().replaceAll('-', '')
  await writeDurably(path, JSON.stringify({ uuid }))
  return uuid
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function prepareRoot(dataFolder: string): Promise<string> {
  const root = join(dataFolder, 'couch')
  await mkdir(root, { recursive: true, mode: 0o700 }).catch((error: unknown) =>
    fail('data-folder-not-writable', (error as Error).message),
  )
  if (!(await holdFolder(join(root, '.lock')))) await fail('data-folder-in-use', root)
  return root
}

async function serve(configuration: Configuration): Promise<Serving> {
  const root = await prepareRoot(configuration.dataFolder)
  const databases = await openDatabaseFolder(root)
  const server = protocolServer({ databases, uuid: await readUuid(root) }, configuration)
  const port = await listen(server, configuration.port).catch((error: unknown) =>
    fail('port-taken', (error as Error).message),
  )
  await tell({ kind: 'ready', port })
  return { databases, server }
}

async function end({ databases, server }: Serving): Promise<never> {
  server.close()
  server.closeAllConnections()
  await databases.closeAll()
  process.exit(0)
}

let serving: Promise<Serving> | undefined

function stop(): void {
  if (serving) void serving.then(end)
  else process.exit(0)
}

process.once('message', (configuration: Configuration) => {
  serving = serve(configuration)
})
process.once('SIGTERM', stop)
process.once('disconnect', stop)
// Ctrl-C in a terminal reaches the whole group; the parent decides when the child ends.
process.on('SIGINT', () => undefined)
