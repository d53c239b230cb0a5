import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import type { NoNikReason } from '../../shared/documents/patient.ts'
import type { PayerCode } from '../../shared/documents/coverage.ts'
import type { POVERTY_SOURCES } from '../../shared/documents/poverty.ts'
import type { Sex } from './person-names.ts'

/** One person's cover by one scheme over a span of days. `active: false` is an arrear or a switched-off membership. */
export type Cover = {
  readonly scheme: PayerCode
  readonly card: string | null
  readonly registeredAt: string | null
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly active: boolean
}

export type PovertyFinding = {
  readonly poor: boolean
  readonly source: (typeof POVERTY_SOURCES)[number]
  readonly desil: number | null
  readonly from: CalendarDate
  readonly letter: string | null
}

export type Home = {
  readonly text: string
  readonly rt: string
  readonly rw: string
  readonly area: string | null
  readonly outside: string | null
}

/** A made-up person, before anything is known of desks and documents. */
export type Person = {
  readonly name: string
  readonly sex: Sex
  readonly born: CalendarDate
  /** What the clinic knows of the birth: `age` people told only how old they are. */
  readonly precision: 'day' | 'year' | 'age'
  readonly birthPlace: string
  readonly nik: string | null
  readonly noNikReason: NoNikReason | null
  readonly relation: string
  readonly jkn: string | null
  readonly phone: string | null
  readonly motherName: string | null
  readonly diedOn: CalendarDate | null
  readonly deathDayKnown: boolean
  readonly covers: readonly Cover[]
}

export type Family = {
  readonly kk: string | null
  /** Serial of the family folder at its clinic, from 1. */
  readonly folder: number
  /** Number on the paper folder that the clinic kept before. */
  readonly oldFolder: string | null
  readonly home: Home
  readonly members: readonly Person[]
  readonly poverty: readonly PovertyFinding[]
}
