import { useLiveQuery } from 'dexie-react-hooks'
import { nowInstant } from '../../platform/clock.ts'
import { dayAt } from '../../../shared/calendar/instant.ts'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { CodeList } from '../../../shared/documents/code-list.ts'
import type { Facility } from '../../../shared/documents/facility.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import type { Unit } from '../../../shared/documents/unit.ts'
import { openDeskStore } from '../desk/desk-store.ts'
import { keptStatesOf } from '../desk/kept-states.ts'
import { parcelsOf } from '../desk/parcels.ts'
import { deskSettings } from '../desk/settings.ts'
import { dayVisits } from './day-visits.ts'
import { patientView } from './patients.ts'
import { openReadModelStore } from './read-model-store.ts'
import type { Reads } from './reads.ts'
import { codeListOn, facilityOf, unitsOf } from './reference.ts'
import { rowCodec } from './row-codec.ts'
import { staffOn } from './staff.ts'
import type { DayVisit, PatientView, StaffToday } from './views.ts'

const readModel = openReadModelStore()
const desk = openDeskStore()
const keptStates = keptStatesOf(desk)
const parcels = parcelsOf(desk)

/** The only way for a screen to read: what `read` answers, again whenever a row that it looked at has changed. */
function useRead<Value>(read: () => Promise<Value>, needs: readonly unknown[]): Value | undefined {
  return useLiveQuery(read, [...needs])
}

async function clinicCode(): Promise<string | null> {
  return (await deskSettings(desk, await rowCodec()).get('enrolment'))?.facility ?? null
}

export function useFacility(): Facility | null | undefined {
  return useRead(async () => {
    const code = await clinicCode()
    return code === null ? null : facilityOf(readModel, await rowCodec(), code)
  }, [])
}

export function useUnits(): readonly Unit[] | undefined {
  return useRead(async () => {
    const code = await clinicCode()
    return code === null ? [] : unitsOf(readModel, await rowCodec(), code)
  }, [])
}

export function useCodeList(list: CodeList['list']): readonly unknown[] | undefined {
  return useRead(
    async () => codeListOn(readModel, await rowCodec(), list, dayAt(nowInstant(), 'WIB')),
    [list],
  )
}

export function usePatient(id: PatientId): PatientView | null | undefined {
  return useRead(async () => patientView(readModel, await rowCodec(), keptStates, id), [id])
}

export function useDayVisits(day: CalendarDate, unit: string | null): readonly DayVisit[] | undefined {
  return useRead(async () => dayVisits(readModel, await rowCodec(), keptStates, day, unit), [day, unit])
}

export function useStaffToday(day: CalendarDate): readonly StaffToday[] | undefined {
  return useRead(async () => {
    const [staff, waiting, refused] = await Promise.all([
      staffOn(readModel, await rowCodec(), day),
      parcels.waiting(),
      parcels.refused(),
    ])
    const kept = new Map([...waiting, ...refused].map((parcel) => [parcel.id, parcel.state]))
    return Promise.all(
      staff.map(async (practitioner) => ({
        practitioner,
        punches: (await parcels.punchesOf(practitioner._id, day)).map(({ id, kind, punchedAt }) => ({
          kind,
          punchedAt,
          kept: kept.get(id) ?? 'confirmed',
        })),
      })),
    )
  }, [day])
}

;({ useFacility, useUnits, useCodeList, usePatient, useDayVisits, useStaffToday }) satisfies Reads
