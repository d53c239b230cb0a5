import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { CodeList } from '../../../shared/documents/code-list.ts'
import type { Facility } from '../../../shared/documents/facility.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import type { Unit } from '../../../shared/documents/unit.ts'
import type { DayVisit, OpenDay, PatientView, StaffToday } from './views.ts'

/**
 * The live reads of the page, implemented in `use-read.ts` as hooks of these names. `undefined` while the first
 * answer is under way, so that a screen can tell "not yet known" from "nothing there".
 */
export type Reads = {
  /** This PC's clinic; `null` before `reference` has arrived. */
  useFacility: () => Facility | null | undefined
  /** The clinic's active units, in the order of their letters. */
  useUnits: () => readonly Unit[] | undefined
  /** Entries of the newest version of a list that holds today, as `shared/codes` shapes them; empty before it arrived. */
  useCodeList: (list: CodeList['list']) => readonly unknown[] | undefined
  /** `null` where no such patient is held here. */
  usePatient: (id: PatientId) => PatientView | null | undefined
  /** The day's visits in order of arrival, of one unit or of all, cancelled ones included. */
  useDayVisits: (day: CalendarDate, unit: string | null) => readonly DayVisit[] | undefined
  /** The days up to that one with visits that are still only registered, the latest first. */
  useOpenDays: (until: CalendarDate) => readonly OpenDay[] | undefined
  /** Staff employed on that day, by name. */
  useStaffToday: (day: CalendarDate) => readonly StaffToday[] | undefined
}
