/**
 * The form in which stores keep what they hold: every document body, read-model row, draft, token and search blob
 * passes through one codec. It is asynchronous because WebCrypto is. `place` says where the value lies
 * (`registry-1031948/patient:01J…`); a value sealed for one place does not open at another.
 */
export type Codec = {
  readonly form: 'plain' | 'sealing'
  /** What to keep instead of the value: something IndexedDB can hold. */
  readonly seal: (value: unknown, place: string) => Promise<unknown>
  /** The value again; rejects where the sealed form was altered or belongs to another place or key. */
  readonly open: (sealed: unknown, place: string) => Promise<unknown>
}

/** Keeps values as they are. */
export const plainCodec: Codec = {
  form: 'plain',
  seal: (value) => Promise.resolve(value),
  open: (sealed) => Promise.resolve(sealed),
}
