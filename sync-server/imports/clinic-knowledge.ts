import { z } from 'zod'
import type { CalendarDate } from '../../shared/calendar/calendar-date.ts'
import { AREAS, Area } from '../../shared/codes/areas.ts'
import { CHRONIC_CATEGORIES, ChronicCategories } from '../../shared/codes/chronic-categories.ts'
import { ICD10, Icd10Entry } from '../../shared/codes/icd10.ts'
import { NIK_REGIONS } from '../../shared/codes/nik-regions.ts'
import { CodeListDocument } from '../../shared/documents/code-list.ts'
import { FacilityDocument, type Facility } from '../../shared/documents/facility.ts'
import type { Couch } from '../couch/couch.ts'
import type { Knowledge } from './rows/read-row.ts'
import { illnessReader } from './values/illnesses.ts'
import { villageFinder } from './values/villages.ts'

type Reference = Pick<Couch, 'get' | 'allDocs'>

/** The clinic as `reference` describes it. */
export async function clinicOf(couch: Reference, facility: string): Promise<Facility | undefined> {
  const reading = FacilityDocument.read(await couch.get('reference', `facility:${facility}`))
  return reading.ok ? reading.doc : undefined
}

/** The newest list of that name which the district has published and which holds on the day; else the shipped one. */
async function entriesOf<Entry>(
  couch: Reference,
  list: string,
  entry: z.ZodType<Entry>,
  on: CalendarDate,
  shipped: readonly Entry[],
): Promise<readonly Entry[]> {
  const prefix = `code-list:${list}:`
  const rows = await couch.allDocs('reference', { startkey: prefix, endkey: `${prefix}~`, includeDocs: true })
  const lists = rows
    .map((row) => CodeListDocument.read(row.doc))
    .flatMap((reading) => (reading.ok && reading.doc.from <= on ? [reading.doc] : []))
    .sort((a, b) => b.version - a.version)
  const entries = z.array(entry).safeParse(lists[0]?.entries)
  return entries.success ? entries.data : shipped
}

/** What reading a register of that clinic needs to know besides the file. */
export async function clinicKnowledge(
  couch: Reference,
  clinic: Facility,
  on: CalendarDate,
): Promise<Knowledge> {
  const areas = await entriesOf(couch, 'areas', Area, on, AREAS)
  const regencies = new Set(clinic.workingArea.map((code) => code.slice(0, 4)))
  return {
    on,
    readIllnesses: illnessReader(
      await entriesOf(couch, 'icd10', Icd10Entry, on, ICD10),
      await entriesOf(couch, 'chronic-categories', ChronicCategories, on, CHRONIC_CATEGORIES),
    ),
    knowsRegion: (region) => region in NIK_REGIONS,
    findVillage: villageFinder(areas, clinic.workingArea),
    regencies: areas.filter((area) => regencies.has(area.code)).map((area) => area.name),
  }
}
