import type { Age } from '../people/age.ts'

type BandEnd = { readonly days: number } | { readonly years: number }
type BandDefinition = { readonly id: string; readonly heading: string; readonly until: BandEnd }

/**
 * The twelve age columns of the classic LB1, youngest first (`domain.md` 5.8). Every case is stored in one of them;
 * forms with fewer columns join some.
 *
 * A band states only where it ends (`until` is exclusive) and starts where the one before it ended, so two columns
 * can neither overlap nor leave an age out. Day ends hold before any year does.
 */
export const CLASSIC_AGE_BANDS = [
  { id: '0-7d', heading: '0–7 hari', until: { days: 8 } },
  { id: '8-28d', heading: '8–28 hari', until: { days: 29 } },
  { id: '29d-1y', heading: '1 bln – <1 th', until: { years: 1 } },
  { id: '1-4y', heading: '1–4 th', until: { years: 5 } },
  { id: '5-9y', heading: '5–9 th', until: { years: 10 } },
  { id: '10-14y', heading: '10–14 th', until: { years: 15 } },
  { id: '15-19y', heading: '15–19 th', until: { years: 20 } },
  { id: '20-44y', heading: '20–44 th', until: { years: 45 } },
  { id: '45-54y', heading: '45–54 th', until: { years: 55 } },
  { id: '55-59y', heading: '55–59 th', until: { years: 60 } },
  { id: '60-69y', heading: '60–69 th', until: { years: 70 } },
  { id: '70y+', heading: '≥70 th', until: { years: Infinity } },
] as const satisfies readonly BandDefinition[]

export type ClassicAgeBandId = (typeof CLASSIC_AGE_BANDS)[number]['id']

function isBelow(age: Age, end: BandEnd): boolean {
  return 'days' in end ? age.days < end.days : age.years < end.years
}

export function classicAgeBand(age: Age): ClassicAgeBandId {
  return CLASSIC_AGE_BANDS.find((band) => isBelow(age, band.until))?.id ?? '70y+'
}

/** The ten age columns of Form 11 in the form's wording, each with the classic bands it joins (`domain.md` 5.4). */
export const FORM_11_AGE_BANDS = [
  { id: '0-7d', heading: '0-7 hari', joins: ['0-7d'] },
  { id: '8-28d', heading: '8-28 hari', joins: ['8-28d'] },
  { id: '29d-1y', heading: '1-11 bl', joins: ['29d-1y'] },
  { id: '1-4y', heading: '1-4 th', joins: ['1-4y'] },
  { id: '5-9y', heading: '5-9 th', joins: ['5-9y'] },
  { id: '10-14y', heading: '10-14 th', joins: ['10-14y'] },
  { id: '15-19y', heading: '15-19 th', joins: ['15-19y'] },
  { id: '20-44y', heading: '20-44 th', joins: ['20-44y'] },
  { id: '45-59y', heading: '45-59 th', joins: ['45-54y', '55-59y'] },
  { id: '60y+', heading: '> 59 th', joins: ['60-69y', '70y+'] },
] as const satisfies readonly {
  readonly id: string
  readonly heading: string
  readonly joins: readonly ClassicAgeBandId[]
}[]
