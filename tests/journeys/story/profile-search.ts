import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Something to look for in the texts of a profile. */
export type Planted = { readonly what: string; readonly isIn: (text: string) => boolean }

/**
 * A text in whatever case. Of numbers give the part that stands nowhere else: stores may replace what they have just
 * written by a reference, such as the area's digits.
 */
export function planted(what: string, text: string): Planted {
  const wanted = text.toLowerCase()
  return { what, isIn: (content) => content.toLowerCase().includes(wanted) }
}

const SECRET = /(?=(s_[\w-]{43}))/g

/** A sign-in at the hub, of which only the browser has a copy: `isToken` knows one by its hash. */
export function plantedToken(isToken: (text: string) => boolean): Planted {
  const isIn = (content: string) => [...content.matchAll(SECRET)].some(([, secret = '']) => isToken(secret))
  return { what: 'token', isIn }
}

/** A file as browsers write texts into it: one byte a letter, or two of which the second is zero. */
async function textsOf(path: string): Promise<readonly [oneByte: string, twoBytes: string]> {
  const content = (await readFile(path)).toString('latin1')
  return [content, content.replaceAll('\0', '')]
}

/** Reads every byte under the folder; answers each thing that was found with the files that show it. */
export async function searchProfile(
  folder: string,
  wanted: readonly Planted[],
): Promise<{ readonly bytes: number; readonly found: Readonly<Record<string, readonly string[]>> }> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const found: Record<string, string[]> = {}
  let bytes = 0
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const texts = await textsOf(path)
    bytes += texts[0].length
    for (const { what, isIn } of wanted)
      if (texts.some(isIn)) (found[what] ??= []).push(path.slice(folder.length + 1))
  }
  return { bytes, found }
}
