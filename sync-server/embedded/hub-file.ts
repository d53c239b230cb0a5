import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './durable-file.ts'

/** Where the running embedded hub is, for other programs of the same owner (mode 0600). */
export type HubFile = { readonly url: string; readonly pid: number }

function pathIn(dataFolder: string): string {
  return join(dataFolder, 'hub.json')
}

/** `url` carries the administrator's name and password. */
export function writeHubFile(dataFolder: string, hub: HubFile): Promise<void> {
  return writeDurably(pathIn(dataFolder), `${JSON.stringify(hub, undefined, 2)}\n`)
}

export async function readHubFile(dataFolder: string): Promise<HubFile | undefined> {
  const text = await readFile(pathIn(dataFolder), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const { url, pid } = JSON.parse(text) as Partial<HubFile>
    return typeof url === 'string' && typeof pid === 'number' ? { url, pid } : undefined
  } catch {
    return undefined
  }
}

/** Removes the file of that child, not that of a later one. */
export async function removeHubFile(dataFolder: string, pid: number): Promise<void> {
  if ((await readHubFile(dataFolder))?.pid === pid) await rm(pathIn(dataFolder), { force: true })
}
