import { STORED_FORM, type StoredForm } from '../../platform/build-mode.ts'
import { plainCodec, type Codec } from './codec.ts'
import { sealingCodec } from './sealing-codec.ts'

/**
 * The key of builds made with `--mode sealing`. It stands in the script, so it protects nothing: those builds exist
 * to show that nothing leaves the codec's way. Keys wrapped by people's passwords replace it.
 */
const TEST_KEY = new Uint8Array(32).map((_, index) => (index * 37 + 11) % 256)

function testKey(): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', TEST_KEY, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** The worker's end: the key that opens what this desk stores, `null` for the plain form. */
export async function keyOfBuild(form: StoredForm = STORED_FORM): Promise<CryptoKey | null> {
  return form === 'sealing' ? await testKey() : null
}

/** The codec for a key; the page makes its own from the key that the worker hands over. */
export function codecFor(key: CryptoKey | null): Codec {
  return key ? sealingCodec(key) : plainCodec
}
