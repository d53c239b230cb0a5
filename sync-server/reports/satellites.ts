import type { Report } from '../../shared/documents/report.ts'
import type { Unit } from '../../shared/documents/unit.ts'
import type { Satellites } from './form-11-sheet.ts'

/** Units of these codes are the clinic's branches in the villages; a clinic with several numbers them: `PUSTU_2`. */
const PUSTU = /^PUSTU(_|$)/
const VILLAGE = /^(POSKESDES|POLINDES|BIDAN)(_|$)/

/** A branch has reported when the month has a visit of it (`domain.md` 5.2: a unit that did not report is not zero). */
export function satellitesOf(units: readonly Unit[], visits: Report | undefined): Satellites {
  const cells = visits?.tables.find(({ id }) => id === 'unit')?.cells ?? {}
  const count = (pattern: RegExp) => {
    const own = units.filter(({ code, active }) => active && pattern.test(code))
    return { units: own.length, reported: own.filter(({ code }) => cells[code] !== undefined).length }
  }
  return { pustu: count(PUSTU), village: count(VILLAGE) }
}
