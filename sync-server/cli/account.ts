import { parseArgs } from 'node:util'
import type { Grant } from '../../shared/access/roles.ts'
import { instantOf } from '../../shared/calendar/instant.ts'
import { changePassword, closeAccount, endSessions, type ChangeResult } from '../accounts/change-account.ts'
import { createAccount, readGrant, type AccountRefusal } from '../accounts/create-account.ts'
import { newPassword } from '../accounts/secrets.ts'
import { facilitiesOf } from '../prepare-databases.ts'
import { ASKED_WRONGLY, DONE, REFUSED, type Command, type CommandNeeds } from './command.ts'

const USAGE = `npm run hub -- account add NAME --full-name "Sari Dewi" --grant loket@1031948 [--practitioner practitioner:…]
npm run hub -- account password NAME
npm run hub -- account sign-out NAME
npm run hub -- account close NAME
Kata sandi dibuat acak dan ditampilkan sekali; dengan --password-stdin dibaca dari masukan. /
A password is made at random and shown once; with --password-stdin it is read from standard input.`

const REFUSALS: Readonly<Record<AccountRefusal, string>> = {
  'name-not-allowed':
    'Nama akun hanya huruf kecil, angka, titik, minus dan garis bawah, dan bukan nama program. / An account name is small letters, digits, dots, dashes and underscores, and not the name of a program.',
  'name-taken': 'Nama akun sudah ada. / The account name is taken.',
  'password-too-short': 'Kata sandi paling sedikit 8 huruf. / A password has at least 8 characters.',
  'not-valid': 'Nama lengkap atau petugas tidak sah. / The full name or the practitioner is not valid.',
}

const OPTIONS = {
  'full-name': { type: 'string' },
  grant: { type: 'string', multiple: true, default: [] as string[] },
  practitioner: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const

function read(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
}
type Arguments = ReturnType<typeof read>

async function unknownFacility(
  grants: readonly Grant[],
  { couch }: CommandNeeds,
): Promise<string | undefined> {
  const known = await facilitiesOf(couch)
  return grants
    .flatMap((grant) => ('facility' in grant ? [grant.facility] : []))
    .find((code) => !known.includes(code))
}

function passwordFrom({ values }: Arguments, needs: CommandNeeds): Promise<string> {
  return values['password-stdin'] ? needs.readSecret() : Promise.resolve(newPassword())
}

function showPassword({ values }: Arguments, password: string, needs: CommandNeeds): void {
  if (!values['password-stdin']) needs.say(`Kata sandi / Password: ${password}`)
}

async function add(username: string, given: Arguments, needs: CommandNeeds): Promise<number> {
  const { values } = given
  const grants = values.grant.map(readGrant)
  const wrong = values.grant[grants.indexOf(undefined)]
  if (wrong !== undefined || grants.length === 0) {
    needs.complain(`Peran tidak dikenal / Not a grant: ${wrong ?? '--grant'}`)
    return ASKED_WRONGLY
  }
  const known = grants.flatMap((grant) => grant ?? [])
  const missing = await unknownFacility(known, needs)
  if (missing !== undefined) {
    needs.complain(`Puskesmas ${missing} tidak ada. / There is no clinic ${missing}.`)
    return REFUSED
  }
  const password = await passwordFrom(given, needs)
  const account = {
    username,
    name: values['full-name'] ?? '',
    password,
    grants: known,
    practitioner: values.practitioner ?? null,
  }
  const made = await createAccount(needs.accounts, account)
  if (!made.ok) {
    needs.complain(REFUSALS[made.problem])
    return REFUSED
  }
  needs.say(`Akun ${username} dibuat. / The account ${username} was made.`)
  showPassword(given, password, needs)
  return DONE
}

function report(result: ChangeResult, username: string, said: string, needs: CommandNeeds): number {
  if (result.ok) {
    needs.say(said)
    return DONE
  }
  needs.complain(`Akun ${username} tidak ada. / There is no account ${username}.`)
  return REFUSED
}

async function setPassword(username: string, given: Arguments, needs: CommandNeeds): Promise<number> {
  const password = await passwordFrom(given, needs)
  const result = await changePassword(needs.accounts, username, password, instantOf(needs.now()))
  if (!result.ok && result.problem === 'password-too-short') {
    needs.complain(REFUSALS[result.problem])
    return REFUSED
  }
  const code = report(
    result,
    username,
    `Kata sandi ${username} diganti. / The password of ${username} was changed.`,
    needs,
  )
  if (code === DONE) showPassword(given, password, needs)
  return code
}

/** `npm run hub -- account …`: people's accounts. */
export const account: Command = async (args, needs) => {
  let given: Arguments
  try {
    given = read(args)
  } catch {
    needs.complain(USAGE)
    return ASKED_WRONGLY
  }
  const [action, username] = given.positionals
  if (username === undefined) {
    needs.complain(USAGE)
    return ASKED_WRONGLY
  }
  switch (action) {
    case 'add':
      return add(username, given, needs)
    case 'password':
      return setPassword(username, given, needs)
    case 'sign-out': {
      const said = `Semua masa masuk ${username} diakhiri. / Every sign-in of ${username} has ended.`
      return report(
        await endSessions(needs.accounts, username, instantOf(needs.now())),
        username,
        said,
        needs,
      )
    }
    case 'close': {
      const said = `Akun ${username} ditutup. / The account ${username} is closed.`
      return report(
        await closeAccount(needs.accounts, username, instantOf(needs.now())),
        username,
        said,
        needs,
      )
    }
    default:
      needs.complain(USAGE)
      return ASKED_WRONGLY
  }
}
