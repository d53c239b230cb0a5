import { randomBytes, webcrypto } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../make-folder.ts'

const FILE = 'keys.json'
const ALGORITHM = { name: 'ECDH', namedCurve: 'P-256' } as const

const PublicJwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })
/** A P-256 public key as desks get it to seal parcels with. */
export type PublicJwk = z.infer<typeof PublicJwk>
const PrivateJwk = PublicJwk.extend({ d: z.string() })

/** One key pair to which desks seal parcels; `kid` stands in each parcel. */
const SealingKey = z.object({ kid: z.string().min(1), private: PrivateJwk })
export type SealingKey = z.infer<typeof SealingKey>

/**
 * The hub's own secrets (`keys.json`, mode 0600). Sealing keys stand oldest first: the last one is handed to desks,
 * and an old one is kept for ever and still opens (`design.md` 3). The file is part of every backup.
 */
const KeyFile = z.object({ jwtKey: z.string().min(32), sealing: z.array(SealingKey).min(1) })
export type HubKeys = z.infer<typeof KeyFile>

/** The public half of a sealing key. */
export function publicJwk(key: SealingKey): PublicJwk {
  return PublicJwk.parse(key.private)
}

/** The key that desks seal to now. */
export function presentKey(keys: Pick<HubKeys, 'sealing'>): {
  readonly kid: string
  readonly jwk: PublicJwk
} {
  const last = keys.sealing.at(-1)
  if (!last) throw new Error('a hub has at least one sealing key')
  return { kid: last.kid, jwk: publicJwk(last) }
}

async function newSealingKey(): Promise<SealingKey> {
  const pair = await webcrypto.subtle.generateKey(ALGORITHM, true, ['deriveBits'])
  const jwk = await webcrypto.subtle.exportKey('jwk', pair.privateKey)
  return { kid: `k_${randomBytes(6).toString('hex')}`, private: PrivateJwk.parse(jwk) }
}

async function store(folder: string, keys: HubKeys): Promise<void> {
  const path = join(folder, FILE)
  const beside = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(beside, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  await rename(beside, path)
}

/** Reads the keys of a data folder, or makes them where it has none. A file that cannot be read as keys is thrown. */
export async function loadKeys(folder: string): Promise<HubKeys> {
  await makeFolder(resolve(folder))
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) return KeyFile.parse(JSON.parse(text))
  const keys = { jwtKey: randomBytes(32).toString('hex'), sealing: [await newSealingKey()] }
  await store(folder, keys)
  return keys
}
