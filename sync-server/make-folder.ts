import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

/**
 * Makes a folder and those above it. Node's own `recursive` never returns where a file system answers that a folder
 * cannot be made although the one above it is there (seen with 20.20 under `/proc`).
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}
