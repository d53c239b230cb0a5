import { webcrypto } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'

/** OWASP's second choice for Argon2id (19 MiB, two passes): 40 ms on the machines this was built on. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const

/** The text to store for a password: Argon2id with its salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  return argon2id({
    ...COST,
    password: password.normalize('NFC'),
    salt: webcrypto.getRandomValues(new Uint8Array(16)),
    outputType: 'encoded',
  })
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  return argon2Verify({ password: password.normalize('NFC'), hash: stored })
}

let nobody: Promise<string> | undefined

/** Spends the time of a check where there is no account, so that the time does not tell which names exist. */
export async function spendACheck(password: string): Promise<false> {
  nobody ??= hashPassword('nobody has this password')
  await isPassword(password, await nobody)
  return false
}
