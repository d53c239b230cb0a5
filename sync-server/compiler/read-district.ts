import { z } from 'zod'
import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { lastDayOf, type Month } from '../../shared/calendar/month.ts'
import { AREAS, type Area } from '../../shared/codes/areas.ts'
import { CHRONIC_CATEGORIES, ChronicCategories, isChronic } from '../../shared/codes/chronic-categories.ts'
import { icd10Category } from '../../shared/codes/icd10-category.ts'
import { NATIONAL_HOLIDAYS } from '../../shared/codes/national-holidays.ts'
import { Payer, PAYERS } from '../../shared/codes/payers.ts'
import { CodeListDocument, type CodeList } from '../../shared/documents/code-list.ts'
import type { DocumentDefinition } from '../../shared/documents/define-document.ts'
import { FacilityDocument, type Facility } from '../../shared/documents/facility.ts'
import { FormMappingDocument, type FormMapping } from '../../shared/documents/form-mapping.ts'
import { HolidaysDocument, type Holidays } from '../../shared/documents/holidays.ts'
import { SettingDocument, type Setting } from '../../shared/documents/setting.ts'
import { UnitDocument, type Unit } from '../../shared/documents/unit.ts'
import { FORM_11_MAPPING, Form11Mapping } from '../../shared/reports/form-11/mapping.ts'
import type { ReportReference } from '../../shared/reports/month-input.ts'
import type { Couch } from '../couch/couch.ts'

/** What the district has published in `reference`. */
export type District = {
  readonly facilities: readonly Facility[]
  readonly settings: readonly Setting[]
  readonly mappings: readonly FormMapping[]
  readonly units: readonly Unit[]
  readonly holidays: readonly Holidays[]
  readonly codeLists: readonly CodeList[]
}

type Reads<Doc> = {
  readonly read: (raw: unknown) => { readonly ok: true; readonly doc: Doc } | { readonly ok: false }
}

export async function readDistrict(couch: Pick<Couch, 'allDocs'>): Promise<District> {
  const rows = await couch.allDocs('reference', { startkey: 'a', endkey: '{', includeDocs: true })
  const all = <Doc>(definition: Reads<Doc> & Pick<DocumentDefinition, 'type'>): readonly Doc[] =>
    rows
      .filter(({ id }) => id.startsWith(`${definition.type}:`))
      .flatMap(({ doc }) => {
        const reading = definition.read(doc)
        return reading.ok ? [reading.doc] : []
      })
  return {
    facilities: all<Facility>(FacilityDocument),
    settings: all<Setting>(SettingDocument),
    mappings: all<FormMapping>(FormMappingDocument),
    units: all<Unit>(UnitDocument),
    holidays: all<Holidays>(HolidaysDocument),
    codeLists: all<CodeList>(CodeListDocument),
  }
}

type Versioned = { readonly from: CalendarDate; readonly version: number }

/** Of the versions that had begun on a day the one that began last, then the highest. */
function inForce<One extends Versioned>(versions: readonly One[], day: CalendarDate): One | undefined {
  return versions
    .filter(({ from }) => from <= day)
    .reduce<One | undefined>((held, next) => {
      if (!held || next.from > held.from) return next
      return next.from === held.from && next.version > held.version ? next : held
    }, undefined)
}

/** The entries of a published list, or the shipped ones where none is published or its entries cannot be read. */
function listOn<Entry>(
  { codeLists }: District,
  list: CodeList['list'],
  day: CalendarDate,
  schema: z.ZodType<Entry>,
  shipped: readonly Entry[],
): readonly Entry[] {
  const published = inForce(
    codeLists.filter((one) => one.list === list),
    day,
  )
  const entries = published && z.array(schema).safeParse(published.entries)
  return entries?.success ? entries.data : shipped
}

function mappingOn({ mappings }: District, day: CalendarDate): Form11Mapping {
  const published = inForce(
    mappings.filter(({ form }) => form === 'form-11'),
    day,
  )
  const mapping = published && Form11Mapping.safeParse(published)
  return mapping?.success ? mapping.data : FORM_11_MAPPING
}

function holidayTest({ holidays }: District): (day: CalendarDate) => boolean {
  const published = new Map(
    holidays.map(({ year, days }) => [year, new Set<string>(days.map(({ on }) => on))]),
  )
  const shipped = new Map(
    [...NATIONAL_HOLIDAYS].map(([year, days]) => [year, new Set<string>(days.map(({ on }) => on))]),
  )
  return (day) => {
    const year = Number(day.slice(0, 4))
    return (published.get(year) ?? shipped.get(year))?.has(day) ?? false
  }
}

const AREA_NAMES: ReadonlyMap<string, string> = new Map(AREAS.map(({ code, name }: Area) => [code, name]))

/** What one clinic's reports of a month are counted with. */
export function referenceFor(district: District, facility: Facility, period: Month): ReportReference {
  const day = lastDayOf(period)
  const chronic = listOn(district, 'chronic-categories', day, ChronicCategories, CHRONIC_CATEGORIES)
  const known = new Map<string, boolean>()
  return {
    settings: district.settings,
    mapping: mappingOn(district, day),
    payers: listOn(district, 'payers', day, Payer, PAYERS).map(({ code, nameId }) => ({
      id: code,
      label: nameId,
    })),
    units: district.units
      .filter((unit) => unit.facility === facility.code)
      .map(({ code, name }) => ({ id: code, label: name })),
    areas: facility.workingArea.map((code) => ({ id: code, label: AREA_NAMES.get(code) ?? code })),
    isChronic: (code) => {
      const category = icd10Category(code)
      const found = known.get(category) ?? isChronic(category, chronic)
      known.set(category, found)
      return found
    },
    isHoliday: holidayTest(district),
  }
}
