import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', 'stored')

/** A document as some release of the program stored it. */
export type StoredSample = {
  readonly file: string
  readonly type: string
  readonly version: number
  readonly document: Readonly<Record<string, unknown>> & { readonly _id: string }
}

/** Every sample in `tests/stored`, whose files are named `<type>.v<schema version>.json`. */
export function storedSamples(): readonly StoredSample[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => {
      const [, type = '', version = ''] = /^([a-z-]+)\.v(\d+)\.json$/.exec(file) ?? []
      const document = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as StoredSample['document']
      return { file, type, version: Number(version), document }
    })
}
