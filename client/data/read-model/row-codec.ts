import type { Codec } from '../codec/codec.ts'

let give: (codec: Codec) => void
const given = new Promise<Codec>((resolve) => {
  give = resolve
})

/** Hands the page's reads the codec that opens rows; called once, when the worker has told its key. */
export function openRowsWith(codec: Codec): void {
  give(codec)
}

/** The codec that opens rows; reads wait for it. */
export function rowCodec(): Promise<Codec> {
  return given
}
