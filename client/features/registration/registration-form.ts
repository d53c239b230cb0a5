import type { NoNikReason, Sex } from '../../../shared/documents/patient.ts'
import type { HouseholdHit, NewPoverty } from '../../data/bridge/contract.ts'

/** Into which family, as far as the form has got. */
export type FamilyPicked =
  | { readonly kind: 'none' }
  | { readonly kind: 'new' }
  | {
      readonly kind: 'existing'
      readonly id: HouseholdHit['id']
      readonly kk: string | null
      readonly headName: string
      readonly members: number
    }

/** Everything typed into the form, as it was typed; this is what a draft keeps. */
export type RegistrationForm = {
  readonly nik: string
  readonly noNikReason: NoNikReason | ''
  readonly name: string
  readonly sex: Sex | ''
  readonly birth: string
  readonly birthPlace: string
  readonly family: FamilyPicked
  /** Words in the family field that have not become a choice. */
  readonly familyText: string
  readonly newKk: string
  readonly newHead: string
  readonly relation: string
  readonly address: string
  readonly rt: string
  readonly rw: string
  readonly areaText: string
  readonly area: string | null
  /** The kabupaten or kota of somebody from far away. */
  readonly outside: string | null
  readonly phone: string
  readonly jkn: string
  readonly oldRm: string
  readonly scheme: string
  readonly coverFrom: string
  readonly coverTo: string
  readonly coverAt: string
  readonly coverCard: string
  readonly poor: '' | 'yes' | 'no'
  readonly povertySource: NewPoverty['source']
  readonly desil: string
  readonly povertyFrom: string
  readonly povertyLetter: string
}

export const EMPTY_FORM: RegistrationForm = {
  nik: '',
  noNikReason: '',
  name: '',
  sex: '',
  birth: '',
  birthPlace: '',
  family: { kind: 'none' },
  familyText: '',
  newKk: '',
  newHead: '',
  relation: '',
  address: '',
  rt: '',
  rw: '',
  areaText: '',
  area: null,
  outside: null,
  phone: '',
  jkn: '',
  oldRm: '',
  scheme: '',
  coverFrom: '',
  coverTo: '',
  coverAt: '',
  coverCard: '',
  poor: '',
  povertySource: 'DTSEN',
  desil: '',
  povertyFrom: '',
  povertyLetter: '',
}

/** A stored draft as a form, or `null` where it is none; fields that an older program did not have begin empty. */
export function readForm(stored: unknown): RegistrationForm | null {
  if (typeof stored !== 'object' || stored === null || !('name' in stored) || typeof stored.name !== 'string')
    return null
  return { ...EMPTY_FORM, ...(stored as Partial<RegistrationForm>) }
}

/** Puts what was typed into the search box where it belongs: a number by its shape, anything else as the name. */
export function formFromSearch(typed: string): RegistrationForm {
  const digits = typed.replace(/[\s.-]/g, '')
  if (/^\d{16}$/.test(digits)) return { ...EMPTY_FORM, nik: digits }
  if (/^(08|\+?62)\d{6,13}$/.test(digits)) return { ...EMPTY_FORM, phone: digits }
  if (/^\d{13}$/.test(digits)) return { ...EMPTY_FORM, jkn: digits }
  return /\d/.test(typed) ? EMPTY_FORM : { ...EMPTY_FORM, name: typed }
}
