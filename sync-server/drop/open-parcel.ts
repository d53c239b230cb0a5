import { webcrypto } from 'node:crypto'
import { z } from 'zod'
import type { SealingKey } from '../keys/hub-keys.ts'

/**
 * A parcel: a document and the token it was written under, sealed to the hub's key (rules DR1, DR2). Sealing is ECDH on
 * P-256 with a key made for the parcel, HKDF-SHA256 without salt, AES-256-GCM with the parcel's id as additional
 * data. The desk's half is `client/data/replica/parcels.ts`.
 */
export const Parcel = z.object({
  id: z.string().min(1).max(200),
  kid: z.string().min(1).max(60),
  sealed: z.string(),
})
export type Parcel = z.infer<typeof Parcel>

/** The info text of the key derivation, which ties it to this use. */
export const PARCEL_INFO = 'puskesmas-registry/parcel/1'

const Envelope = z.object({
  epk: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
  iv: z.base64(),
  ct: z.base64(),
})
const Content = z.object({ document: z.record(z.string(), z.unknown()), token: z.string() })
export type ParcelContent = z.infer<typeof Content>

export type Opened =
  | { readonly ok: true; readonly content: ParcelContent }
  | { readonly ok: false; readonly problem: 'key-unknown' | 'cannot-open' }

const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}

async function sharedKey(
  mine: SealingKey,
  theirs: z.infer<typeof Envelope>['epk'],
): Promise<webcrypto.CryptoKey> {
  const { subtle } = webcrypto
  const privateKey = await subtle.importKey('jwk', mine.private, ECDH, false, ['deriveBits'])
  const publicKey = await subtle.importKey('jwk', theirs, ECDH, false, [])
  const secret = await subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256)
  const material = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: new TextEncoder().encode(PARCEL_INFO),
  }
  return subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
}

async function unseal(parcel: Parcel, key: SealingKey): Promise<ParcelContent> {
  const envelope = Envelope.parse(JSON.parse(Buffer.from(parcel.sealed, 'base64').toString('utf8')))
  const sealing = {
    name: 'AES-GCM',
    iv: bytesOf(envelope.iv),
    additionalData: new TextEncoder().encode(parcel.id),
  }
  const opened = await webcrypto.subtle.decrypt(
    sealing,
    await sharedKey(key, envelope.epk),
    bytesOf(envelope.ct),
  )
  return Content.parse(JSON.parse(new TextDecoder().decode(opened)))
}

/** Opens a parcel with the key that it names, old keys included. What does not open is a value: it will be kept. */
export async function openParcel(parcel: Parcel, keys: readonly SealingKey[]): Promise<Opened> {
  const key = keys.find((one) => one.kid === parcel.kid)
  if (!key) return { ok: false, problem: 'key-unknown' }
  try {
    return { ok: true, content: await unseal(parcel, key) }
  } catch {
    return { ok: false, problem: 'cannot-open' }
  }
}
