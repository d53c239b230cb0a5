import type { SealedParcel } from '../desk/parcels.ts'
import type { HubKey } from '../desk/settings.ts'

/**
 * A parcel: a document and the token it was written under, sealed so that only the hub opens it, not even this desk.
 * ECDH on P-256 with a key made for the parcel, HKDF-SHA256 without salt, AES-256-GCM with the parcel's id as
 * additional data. The hub's half is `sync-server/drop/open-parcel.ts`.
 */
const INFO = 'puskesmas-registry/parcel/1'
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const

type ParcelContent = { readonly document: Readonly<Record<string, unknown>>; readonly token: string }

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

async function sealingKey(mine: CryptoKeyPair, hub: HubKey): Promise<CryptoKey> {
  const { kty, crv, x, y } = hub.jwk
  const theirs = await crypto.subtle.importKey('jwk', { kty, crv, x, y } as JsonWebKey, CURVE, false, [])
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine.privateKey, 256)
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(INFO)
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
}

export async function sealParcel(id: string, content: ParcelContent, hub: HubKey): Promise<SealedParcel> {
  const mine = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const encoder = new TextEncoder()
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv, additionalData: encoder.encode(id) }
  const key = await sealingKey(mine, hub)
  const ct = await crypto.subtle.encrypt(how, key, encoder.encode(JSON.stringify(content)))
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', mine.publicKey)
  const envelope = { epk: { kty, crv, x, y }, iv: base64Of(iv), ct: base64Of(new Uint8Array(ct)) }
  return { id, kid: hub.kid, sealed: base64Of(encoder.encode(JSON.stringify(envelope))) }
}
