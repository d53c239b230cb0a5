import type { Codec } from './codec.ts'

const IV_BYTES = 12

/** Seals with AES-256-GCM, the place bound in as additional data. Form: 12 bytes of IV, then the cipher text. */
export function sealingCodec(key: CryptoKey): Codec {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()

  async function seal(value: unknown, place: string): Promise<ArrayBuffer> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
    const text = encoder.encode(JSON.stringify(value))
    const how = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) }
    const cipher = new Uint8Array(await crypto.subtle.encrypt(how, key, text))
    const sealed = new Uint8Array(IV_BYTES + cipher.length)
    sealed.set(iv)
    sealed.set(cipher, IV_BYTES)
    return sealed.buffer
  }

  async function open(sealed: unknown, place: string): Promise<unknown> {
    if (!(sealed instanceof ArrayBuffer))
      throw new TypeError(`not sealed: ${place.slice(0, place.indexOf('/'))}`)
    const iv = new Uint8Array(sealed, 0, IV_BYTES)
    const how = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) }
    const text = await crypto.subtle.decrypt(how, key, new Uint8Array(sealed, IV_BYTES))
    return JSON.parse(decoder.decode(text)) as unknown
  }

  return { form: 'sealing', seal, open }
}
