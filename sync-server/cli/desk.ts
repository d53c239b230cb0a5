import { parseArgs } from 'node:util'
import { instantOf } from '../../shared/calendar/instant.ts'
import { createEnrolmentCode, USUAL_CODE_DAYS, USUAL_CODE_USES } from '../devices/create-enrolment-code.ts'
import { deviceOf } from '../devices/known-desk.ts'
import { withdrawDesk } from '../devices/withdraw-desk.ts'
import { facilitiesOf } from '../prepare-databases.ts'
import { ASKED_WRONGLY, DONE, REFUSED, type Command, type CommandNeeds } from './command.ts'

const USAGE = `npm run hub -- desk code --facility 1031948 [--uses ${String(USUAL_CODE_USES)}] [--days ${String(USUAL_CODE_DAYS)}]
npm run hub -- desk list --facility 1031948
npm run hub -- desk withdraw 1031948-A`

const OPTIONS = { facility: { type: 'string' }, uses: { type: 'string' }, days: { type: 'string' } } as const

function read(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
}

function count(text: string | undefined, usual: number): number | undefined {
  if (text === undefined) return usual
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined
}

async function hasFacility(facility: string, needs: CommandNeeds): Promise<boolean> {
  if ((await facilitiesOf(needs.couch)).includes(facility)) return true
  needs.complain(`Puskesmas ${facility} tidak ada. / There is no clinic ${facility}.`)
  return false
}

async function makeCode(facility: string, uses: number, days: number, needs: CommandNeeds): Promise<number> {
  if (!(await hasFacility(facility, needs))) return REFUSED
  const code = await createEnrolmentCode(needs.accounts, { facility, uses, days }, instantOf(needs.now()))
  needs.say(
    `Kode pendaftaran / Enrolment code: ${code} (${String(uses)} komputer / computers, ${String(days)} hari / days)`,
  )
  return DONE
}

async function list(facility: string, needs: CommandNeeds): Promise<number> {
  if (!(await hasFacility(facility, needs))) return REFUSED
  for (const desk of await needs.accounts.desksOf(facility)) {
    const state = desk.revokedAt === null ? '' : `\tdicabut / withdrawn ${desk.revokedAt}`
    needs.say(`${deviceOf(desk)}\t${desk.enrolledAt}${state}`)
  }
  return DONE
}

async function withdraw(device: string, needs: CommandNeeds): Promise<number> {
  if (await withdrawDesk(needs.accounts, device, instantOf(needs.now()))) {
    needs.say(`Komputer ${device} dicabut. / The desk ${device} is withdrawn.`)
    return DONE
  }
  needs.complain(`Komputer ${device} tidak ada. / There is no desk ${device}.`)
  return REFUSED
}

/** `npm run hub -- desk …`: enrolment codes and the clinic's computers. */
export const desk: Command = async (args, needs) => {
  let given: ReturnType<typeof read>
  try {
    given = read(args)
  } catch {
    needs.complain(USAGE)
    return ASKED_WRONGLY
  }
  const { values, positionals } = given
  const [action, device] = positionals
  const uses = count(values.uses, USUAL_CODE_USES)
  const days = count(values.days, USUAL_CODE_DAYS)
  if (action === 'withdraw' && device !== undefined) return withdraw(device, needs)
  if (action === 'list' && values.facility !== undefined) return list(values.facility, needs)
  if (action === 'code' && values.facility !== undefined && uses !== undefined && days !== undefined) {
    return makeCode(values.facility, uses, days, needs)
  }
  needs.complain(USAGE)
  return ASKED_WRONGLY
}
