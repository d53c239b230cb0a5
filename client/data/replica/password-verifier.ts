import type { Verifier } from '../desk/people.ts'

/** Argon2id with 19 MiB, two passes, one lane: OWASP's least for it, about 0.1 s on a cheap PC. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const

/** The library comes in a file of its own, fetched when a password is first typed. */
const argon2 = () => import('./argon2.ts')

/** What lets this PC recognise the password without the hub, and tells it to nobody. */
export async function makeVerifier(password: string): Promise<Verifier> {
  const { argon2id } = await argon2()
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return argon2id({ password: password.normalize('NFKC'), salt, ...COST, outputType: 'encoded' })
}

export async function isPasswordOf(verifier: Verifier, password: string): Promise<boolean> {
  const { argon2Verify } = await argon2()
  return argon2Verify({ password: password.normalize('NFKC'), hash: verifier })
}
