import { parseArgs } from 'node:util'
import { Month } from '../../shared/calendar/month.ts'
import { compilePeriod, type ClinicOutcome } from '../compiler/compile-period.ts'
import { facilitiesOf } from '../prepare-databases.ts'
import { ASKED_WRONGLY, DONE, REFUSED, type Command, type CommandNeeds } from './command.ts'

const USAGE = 'npm run hub -- compile --period 2026-10 [--facility 1031948]'

const OPTIONS = { period: { type: 'string' }, facility: { type: 'string' } } as const

function read(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS }).values
}

function words(outcome: ClinicOutcome): string {
  if (outcome.ok) {
    const revisions = outcome.publications.map(({ form, outcome: done, revision }) => {
      const said = done === 'published' ? 'terbit / published' : 'tetap / unchanged'
      return `${form} rev. ${String(revision)} ${said}`
    })
    return revisions.join('; ')
  }
  if (outcome.problem === 'before-go-live') return 'belum beroperasi pada bulan itu / not live in that month'
  return `gagal / failed (${outcome.fault instanceof Error ? outcome.fault.message : 'unknown'})`
}

async function compileAll(period: Month, facility: string | undefined, needs: CommandNeeds): Promise<number> {
  const started = needs.now()
  const outcomes = await compilePeriod(needs, period, facility, (outcome) => {
    const line = `${outcome.facility}: ${words(outcome)}`
    if (outcome.ok || outcome.problem === 'before-go-live') needs.say(line)
    else needs.complain(line)
  })
  const failed = outcomes.filter((outcome) => !outcome.ok && outcome.problem === 'failed').length
  const seconds = ((needs.now() - started) / 1000).toFixed(1)
  needs.say(
    `${period}: ${String(outcomes.length)} Puskesmas / clinics, ${String(failed)} gagal / failed, ${seconds} s`,
  )
  return failed === 0 ? DONE : REFUSED
}

/** `npm run hub -- compile …`: counts and publishes a month. */
export const compile: Command = async (args, needs) => {
  let given: ReturnType<typeof read>
  try {
    given = read(args)
  } catch {
    needs.complain(USAGE)
    return ASKED_WRONGLY
  }
  const period = Month.safeParse(given.period)
  if (!period.success) {
    needs.complain(USAGE)
    return ASKED_WRONGLY
  }
  if (given.facility !== undefined && !(await facilitiesOf(needs.couch)).includes(given.facility)) {
    needs.complain(`Puskesmas ${given.facility} tidak ada. / There is no clinic ${given.facility}.`)
    return REFUSED
  }
  return compileAll(period.data, given.facility, needs)
}
