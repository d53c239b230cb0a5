import { z } from 'zod'

const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65_535)

const HttpAddress = z.url({ protocol: /^https?$/ })

/** Proxies whose `X-Forwarded-For` is believed, as addresses or ranges with commas between them. */
const Addresses = z
  .string()
  .regex(/^[0-9A-Fa-f.:/]+(\s*,\s*[0-9A-Fa-f.:/]+)*$/)
  .transform((text) => text.split(',').map((one) => one.trim()))

const Environment = z.object({
  PORT: Port.default(8080),
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  DATA_FOLDER: z.string().min(1).default('./data'),
  COUCHDB_URL: HttpAddress.optional(),
  HUB_JWT_KEY: z.string().min(32).optional(),
  CLIENT_FOLDER: z.string().min(1).default('./dist'),
  TRUSTED_PROXY: Addresses.default([]),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** What each setting must be, for the sentence that stops the start. */
const EXPECTED: Readonly<Record<keyof z.infer<typeof Environment>, { id: string; en: string }>> = {
  PORT: { id: 'angka 0 sampai 65535', en: 'a number from 0 to 65535' },
  HOST: { id: 'alamat jaringan, misalnya 127.0.0.1', en: 'a network address such as 127.0.0.1' },
  DATA_FOLDER: { id: 'nama folder', en: 'the name of a folder' },
  COUCHDB_URL: {
    id: 'alamat http(s), misalnya http://admin:sandi@127.0.0.1:5984',
    en: 'an http(s) address such as http://admin:password@127.0.0.1:5984',
  },
  HUB_JWT_KEY: { id: 'teks paling sedikit 32 huruf', en: 'a text of at least 32 characters' },
  CLIENT_FOLDER: { id: 'nama folder', en: 'the name of a folder' },
  TRUSTED_PROXY: { id: 'alamat IP, dipisah koma', en: 'IP addresses with commas between them' },
  LOG_LEVEL: {
    id: 'fatal, error, warn, info, debug atau silent',
    en: 'fatal, error, warn, info, debug or silent',
  },
}

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly clientFolder: string
  readonly trustedProxies: readonly string[]
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  /** The CouchDB to use, with its admin; `undefined`: start the embedded one. */
  readonly couch: { readonly url: string; readonly jwtKey: string } | undefined
}

/** What stops a start: one sentence in each language. It never holds a password. */
export type StartProblem = { readonly setting: string; readonly id: string; readonly en: string }
export type ConfigReading =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problem: StartProblem }

function wrongSetting(setting: string): StartProblem {
  const expected = EXPECTED[setting as keyof typeof EXPECTED]
  return {
    setting,
    id: `Pengaturan ${setting} salah: harus ${expected.id}.`,
    en: `The setting ${setting} is wrong: it must be ${expected.en}.`,
  }
}

const KEY_MISSING: StartProblem = {
  setting: 'HUB_JWT_KEY',
  id: 'Pengaturan HUB_JWT_KEY belum diisi: COUCHDB_URL memerlukan kunci JWT yang sama dengan CouchDB.',
  en: 'The setting HUB_JWT_KEY is missing: COUCHDB_URL needs the JWT key that CouchDB has too.',
}

/** Reads the settings once, at the door. A setting that is present but empty counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigReading {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) return { ok: false, problem: wrongSetting(String(parsed.error.issues[0]?.path[0])) }

  const { COUCHDB_URL: url, HUB_JWT_KEY: jwtKey } = parsed.data
  if (url !== undefined && jwtKey === undefined) return { ok: false, problem: KEY_MISSING }
  return {
    ok: true,
    config: {
      port: parsed.data.PORT,
      host: parsed.data.HOST,
      dataFolder: parsed.data.DATA_FOLDER,
      clientFolder: parsed.data.CLIENT_FOLDER,
      trustedProxies: parsed.data.TRUSTED_PROXY,
      logLevel: parsed.data.LOG_LEVEL,
      couch: url !== undefined && jwtKey !== undefined ? { url, jwtKey } : undefined,
    },
  }
}
