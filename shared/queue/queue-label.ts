import type { QueueNumber } from '../documents/encounter.ts'

const MOST = 999

/**
 * The number of the day that a desk gives (rules QN1-QN3). `count` is 1 for the first of that day, unit and desk;
 * `undefined` where the three digits are used up.
 */
export function queueLabel(unitLetter: string, deskLetter: string, count: number): QueueNumber | undefined {
  if (count < 1 || count > MOST) return undefined
  return { label: `${unitLetter}${deskLetter}${String(count).padStart(3, '0')}`, count }
}
