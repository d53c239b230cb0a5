import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes what was created or renamed in a folder outlive a power cut. Where folders cannot be synced (Windows) they need not be. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  if (!handle) return
  await handle.sync().catch(() => undefined)
  await handle.close()
}

/** Replaces a small file whole or not at all; only its owner can read it. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const folder = dirname(path)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  const half = `${path}.${String(process.pid)}.tmp`
  const file = await open(half, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(half, path)
  await syncFolder(folder)
  if (made !== undefined) await syncFolder(dirname(folder))
}
