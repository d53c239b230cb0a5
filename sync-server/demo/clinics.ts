import type { UnitCode } from '../../shared/documents/unit.ts'

/** A made-up clinic: neither its name nor its code belongs to a real Puskesmas. */
export type Clinic = {
  /** Begins the sign-in names of its staff. */
  readonly short: string
  readonly code: string
  readonly name: string
  readonly address: string
  /** Kelurahan by their official codes. */
  readonly workingArea: readonly string[]
  /** Open on Saturdays as well; its staff work six shorter days. */
  readonly sixDays: boolean
  readonly units: readonly UnitCode[]
  /** Its size beside the average clinic's. */
  readonly people: number
  readonly visits: number
  /** Members of the staff beyond those every clinic has. */
  readonly moreStaff: number
}

const USUAL_UNITS: readonly UnitCode[] = [
  'UMUM',
  'LANSIA',
  'GIGI',
  'KIA',
  'KB',
  'IMUNISASI',
  'ANAK',
  'PTM',
  'TB_KUSTA',
  'JIWA',
  'LABORATORIUM',
  'UGD',
  'KIR',
  'PUSLING',
  'POSYANDU',
]

function kelurahan(kecamatan: string, first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => kecamatan + String(1000 + first + index))
}

/** The six clinics of the demo district: Kota Madiun's 27 kelurahan, four or five each. */
export const CLINICS: readonly Clinic[] = [
  {
    short: 'kenanga',
    code: '9357701',
    name: 'Puskesmas Kenanga',
    address: 'Jl. Kenanga Raya 1, Kartoharjo, Kota Madiun',
    workingArea: kelurahan('357701', 1, 5),
    sixDays: true,
    units: [...USUAL_UNITS, 'GIZI', 'IMS_VCT', 'PUSTU'],
    people: 1.2,
    visits: 1.25,
    moreStaff: 4,
  },
  {
    short: 'melati',
    code: '9357702',
    name: 'Puskesmas Melati',
    address: 'Jl. Melati Indah 12, Kartoharjo, Kota Madiun',
    workingArea: kelurahan('357701', 6, 9),
    sixDays: false,
    units: USUAL_UNITS,
    people: 0.9,
    visits: 0.85,
    moreStaff: 0,
  },
  {
    short: 'cempaka',
    code: '9357703',
    name: 'Puskesmas Cempaka',
    address: 'Jl. Cempaka Putih 5, Manguharjo, Kota Madiun',
    workingArea: kelurahan('357702', 1, 5),
    sixDays: true,
    units: [...USUAL_UNITS, 'GIZI'],
    people: 1.1,
    visits: 1.15,
    moreStaff: 1,
  },
  {
    short: 'flamboyan',
    code: '9357704',
    name: 'Puskesmas Flamboyan',
    address: 'Jl. Flamboyan Selatan 27, Manguharjo, Kota Madiun',
    workingArea: kelurahan('357702', 6, 9),
    sixDays: false,
    units: USUAL_UNITS,
    people: 0.85,
    visits: 0.85,
    moreStaff: 0,
  },
  {
    short: 'wijayakusuma',
    code: '9357705',
    name: 'Puskesmas Wijayakusuma',
    address: 'Jl. Wijayakusuma 40, Taman, Kota Madiun',
    workingArea: kelurahan('357703', 1, 5),
    sixDays: false,
    units: [...USUAL_UNITS, 'GIZI'],
    people: 1.05,
    visits: 1.05,
    moreStaff: 1,
  },
  {
    short: 'bugenvil',
    code: '9357706',
    name: 'Puskesmas Bugenvil',
    address: 'Jl. Bugenvil Timur 8, Taman, Kota Madiun',
    workingArea: kelurahan('357703', 6, 9),
    sixDays: false,
    units: USUAL_UNITS,
    people: 0.9,
    visits: 0.85,
    moreStaff: 0,
  },
]
