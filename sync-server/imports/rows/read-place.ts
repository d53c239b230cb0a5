import type { Address, AreaCode } from '../../../shared/documents/address.ts'
import { neighbourhood, readAddress, readRtRw } from '../values/addresses.ts'
import { plainWords } from '../values/cell-text.ts'
import type { FindVillage } from '../values/villages.ts'
import type { RowReader } from './row-reader.ts'

/** What reading addresses needs to know of the clinic's surroundings. */
export type Surroundings = {
  readonly findVillage: FindVillage
  /** Names of the kabupaten and kota that the clinic serves. */
  readonly regencies: readonly string[]
}

const LONGEST_TEXT = 160

/** A desa named inside an address, `Kel. Oro-oro Ombo`. */
function villageInside(text: string, find: FindVillage): AreaCode | undefined {
  const [, rest = ''] = /\b(?:kelurahan|kel|desa|ds)\.?\s+(.+)$/i.exec(text) ?? []
  const words = rest.split(/[\s,]+/).slice(0, 3)
  return [3, 2, 1].map((count) => find(words.slice(0, count).join(' '))).find((code) => code !== undefined)
}

function isElsewhere(regency: string, near: readonly string[]): boolean {
  const bare = (name: string) => plainWords(name).replace(/^(kota|kabupaten|kab) /, '')
  return near.length > 0 && !near.some((name) => bare(name) === bare(regency))
}

type Neighbourhoods = { readonly rt: string; readonly rw: string }

function neighbourhoods(row: RowReader, inText: Neighbourhoods): Neighbourhoods {
  const both = row.said('rtRw')
  const isDate = row.cell('rtRw')?.kind === 'date'
  const read = both === undefined || isDate ? undefined : readRtRw(both)
  if (both !== undefined && !read) row.note('rt-rw-unreadable', 'rtRw')
  const column = read ?? { rt: neighbourhood(row.said('rt') ?? ''), rw: neighbourhood(row.said('rw') ?? '') }
  return { rt: column.rt || inText.rt, rw: column.rw || inText.rw }
}

/** Where the person lives, as far as the row says. */
export function readPlace(row: RowReader, { findVillage, regencies }: Surroundings): Address {
  const read = readAddress(row.said('address') ?? '')
  const village = row.said('village')
  const regency = row.said('regency')
  const area = village === undefined ? villageInside(read.text, findVillage) : findVillage(village)
  if (village !== undefined && area === undefined) row.note('village-unknown', 'village')
  const outside =
    area === undefined && regency !== undefined && isElsewhere(regency, regencies) ? regency : null
  const named = village !== undefined && area === undefined ? village : undefined
  const text = [read.text, named].filter((part) => part !== undefined && part !== '').join(', ')
  if (text.length > LONGEST_TEXT) row.note('text-cut', 'address')
  return {
    text: text.slice(0, LONGEST_TEXT),
    ...neighbourhoods(row, read),
    area: area ?? null,
    outside: outside?.slice(0, 80) ?? null,
  }
}
