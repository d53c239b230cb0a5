import type { Codec } from './codec.ts'

/** A document as PouchDB hands it over: its own fields begin with `_` and stay readable. */
export type StoredDocument = { readonly _id: string; readonly [field: string]: unknown }

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  }
  return btoa(text)
}

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes.buffer
}

/** The document with its body sealed into one field; `_id`, `_rev`, `_deleted` and `_revisions` stay in clear. */
export async function sealDocument(
  codec: Codec,
  database: string,
  doc: StoredDocument,
): Promise<StoredDocument> {
  if (codec.form === 'plain') return doc
  const entries = Object.entries(doc)
  const body = Object.fromEntries(entries.filter(([field]) => !field.startsWith('_')))
  const own = Object.fromEntries(entries.filter(([field]) => field.startsWith('_')))
  if (Object.keys(body).length === 0) return doc
  const sealed = (await codec.seal(body, `${database}/${doc._id}`)) as ArrayBuffer
  return { ...own, _id: doc._id, sealed: base64Of(new Uint8Array(sealed)) }
}

/** The document as it was before `sealDocument`. */
export async function openDocument(
  codec: Codec,
  database: string,
  doc: StoredDocument,
): Promise<StoredDocument> {
  const { sealed, ...own } = doc
  if (codec.form === 'plain' || typeof sealed !== 'string') return doc
  const body = (await codec.open(bytesOf(sealed), `${database}/${doc._id}`)) as Record<string, unknown>
  return { ...body, ...own, _id: doc._id }
}
