import { Cron } from 'croner'
import { dayAt, instantOf } from '../../shared/calendar/instant.ts'
import { addMonths, monthOf, type Month } from '../../shared/calendar/month.ts'
import { compilePeriod, type ClinicOutcome, type CompilerNeeds } from './compile-period.ts'

/** Every night after the last of the three zones' midnights and the hub's other nightly work. */
const NIGHTLY = '37 2 * * *'

export type ScheduleNeeds = CompilerNeeds & {
  readonly noteDone: (period: Month, outcomes: readonly ClinicOutcome[]) => void
  /** Told when the whole run failed; the next night tries again. */
  readonly noteFault: (fault: unknown) => void
}

export type CompileSchedule = {
  /** Compiles now what the night would. A run that is under way is waited for instead. */
  readonly run: () => Promise<void>
  /** Stops the schedule and waits for a run that is under way. */
  readonly stop: () => Promise<void>
}

/** The months that a night compiles: the one that ended last, for late records, and the one that runs. */
export function monthsOfTheNight(nowMs: number): readonly Month[] {
  const current = monthOf(dayAt(instantOf(nowMs), 'WIB'))
  return [addMonths(current, -1), current]
}

/** Keeps the previous and the current month of every clinic compiled. */
export function startSchedule(needs: ScheduleNeeds): CompileSchedule {
  let running: Promise<void> | undefined

  async function compileMonths(): Promise<void> {
    try {
      for (const period of monthsOfTheNight(needs.now()))
        needs.noteDone(period, await compilePeriod(needs, period))
    } catch (fault) {
      needs.noteFault(fault)
    }
  }

  function run(): Promise<void> {
    running ??= compileMonths().finally(() => {
      running = undefined
    })
    return running
  }

  const nightly = new Cron(NIGHTLY, { protect: true, unref: true }, run)
  return {
    run,
    stop: async () => {
      nightly.stop()
      await running
    },
  }
}
