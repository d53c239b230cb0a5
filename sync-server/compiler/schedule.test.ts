import { describe, expect, it } from 'vitest'
import { monthsOfTheNight, startSchedule } from './schedule.ts'

describe('the nightly compiling', () => {
  it('takes the month that ended last and the one that runs', () => {
    expect(monthsOfTheNight(Date.UTC(2026, 10, 1, 19, 37))).toEqual(['2026-10', '2026-11'])
    expect(monthsOfTheNight(Date.UTC(2026, 11, 31, 17, 0))).toEqual(['2026-12', '2027-01'])
  })

  it('tells of a run that failed, and runs again', async () => {
    const faults: unknown[] = []
    const broken = () => Promise.reject(new Error('no answer'))
    const schedule = startSchedule({
      couch: {
        allDocs: broken,
        get: broken,
        getLeaves: broken,
        updateSeq: broken,
        databaseNames: broken,
        bulkWrite: broken,
        ensureDatabase: broken,
      },
      now: () => Date.UTC(2026, 10, 1),
      noteDone: () => undefined,
      noteFault: (fault) => faults.push(fault),
    })
    await schedule.run()
    await schedule.run()
    await schedule.stop()
    expect(faults).toHaveLength(2)
  })
})
