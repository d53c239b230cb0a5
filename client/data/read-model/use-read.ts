import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dayAt } from '../../../shared/calendar/instant.ts'
import type { CodeList } from '../../../shared/documents/code-list.ts'
import type { Facility } from '../../../shared/documents/facility.ts'
import type { PatientId } from '../../../shared/documents/ids.ts'
import type { Unit } from '../../../shared/documents/unit.ts'
import { nowInstant } from '../../platform/clock.ts'
import type { Codec } from '../codec/codec.ts'
import { openDeskStore } from '../desk/desk-store.ts'
import { keptStatesOf } from '../desk/kept-states.ts'
import { deskSettings } from '../desk/settings.ts'
import { dayVisits } from './day-visits.ts'
import { openDays } from './open-days.ts'
import { patientView } from './patients.ts'
import { openReadModelStore } from './read-model-store.ts'
import type { Reads } from './reads.ts'
import { codeListOn, facilityOf, unitsOf } from './reference.ts'
import { rowCodec } from './row-codec.ts'
import { staffToday } from './staff.ts'
import type { DayVisit, OpenDay, PatientView, StaffToday } from './views.ts'

const readModel = openReadModelStore()
const desk = openDeskStore()
const keptStates = keptStatesOf(desk)

/** The codec that opens rows, once the worker has told its key. */
function useCodec(): Codec | undefined {
  const [codec, setCodec] = useState<Codec>()
  useEffect(() => {
    let here = true
    void rowCodec().then((given) => here && setCodec(given))
    return () => {
      here = false
    }
  }, [])
  return codec
}

/**
 * The only way for a screen to read: what `read` answers, again whenever a row that it looked at has changed. `read`
 * must have read all its rows before it opens the first, or changes of the later ones go unnoticed.
 */
function useRead<Value>(
  read: (codec: Codec) => Promise<Value>,
  needs: readonly unknown[],
): Value | undefined {
  const codec = useCodec()
  return useLiveQuery(async () => (codec ? read(codec) : undefined), [codec, ...needs])
}

/** The registration code of this PC's clinic; `null` before it is enrolled. */
function useClinicCode(): string | null | undefined {
  return useRead(async (codec) => (await deskSettings(desk, codec).get('enrolment'))?.facility ?? null, [])
}

export function useFacility(): Facility | null | undefined {
  const code = useClinicCode()
  return useRead(
    async (codec) => (code ? facilityOf(readModel, codec, code) : (code as null | undefined)),
    [code],
  )
}

export function useUnits(): readonly Unit[] | undefined {
  const code = useClinicCode()
  return useRead(
    async (codec) => (code ? unitsOf(readModel, codec, code) : code === null ? [] : undefined),
    [code],
  )
}

export function useCodeList(list: CodeList['list']): readonly unknown[] | undefined {
  return useRead((codec) => codeListOn(readModel, codec, list, dayAt(nowInstant(), 'WIB')), [list])
}

export function usePatient(id: PatientId): PatientView | null | undefined {
  return useRead((codec) => patientView(readModel, codec, keptStates, id), [id])
}

export function useDayVisits(day: CalendarDate, unit: string | null): readonly DayVisit[] | undefined {
  return useRead((codec) => dayVisits(readModel, codec, keptStates, day, unit), [day, unit])
}

export function useOpenDays(until: CalendarDate): readonly OpenDay[] | undefined {
  return useRead(() => openDays(readModel, until), [until])
}

export function useStaffToday(day: CalendarDate): readonly StaffToday[] | undefined {
  return useRead((codec) => staffToday(readModel, desk, codec, day), [day])
}

;({
  useFacility,
  useUnits,
  useCodeList,
  usePatient,
  useDayVisits,
  useOpenDays,
  useStaffToday,
}) satisfies Reads
