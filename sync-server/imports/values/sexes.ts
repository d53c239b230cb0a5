import type { Sex } from '../../../shared/documents/patient.ts'
import { plainWords } from './cell-text.ts'

const MALE = /^(l|lk|lk2|lki|laki|laki laki|laki2|lelaki|pria|cowok|m|male|putra|jantan)$/
const FEMALE = /^(p|pr|prp|prmp|perempuan|perempuan p|wanita|cewek|w|f|female|putri)$/

/** The sex that a word of a register means; `undefined` where it means none. Figures mean different things in different programs. */
export function readSex(written: string): Sex | undefined {
  const words = plainWords(written)
  if (MALE.test(words)) return 'L'
  return FEMALE.test(words) ? 'P' : undefined
}
