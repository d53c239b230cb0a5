import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { DeskStore } from './desk-store.ts'

export type QueueNumbers = {
  /**
   * The count for a visit: one more than the highest given at this desk for that unit on that day, by any tab. The
   * same visit asked again gets the same count.
   */
  readonly countFor: (encounter: string, day: CalendarDate, unit: string) => Promise<number>
  readonly forgetBefore: (day: CalendarDate) => Promise<void>
}

export function queueNumbers(store: DeskStore): QueueNumbers {
  return {
    countFor: (encounter, day, unit) =>
      store.transaction('rw', store.queue, async () => {
        const given = await store.queue.get(encounter)
        if (given) return given.count
        const same = await store.queue.where('[day+unit]').equals([day, unit]).toArray()
        const count = Math.max(0, ...same.map((row) => row.count)) + 1
        await store.queue.add({ encounter, day, unit, count })
        return count
      }),
    async forgetBefore(day) {
      await store.queue.where('day').below(day).delete()
    },
  }
}
