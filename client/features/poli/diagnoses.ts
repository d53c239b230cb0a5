import type { Condition } from '../../../shared/documents/condition.ts'
import type { NewDiagnosis } from '../../data/bridge/contract.ts'

/** A draft of an examination: whose, what was on record when it began, and what has been entered so far. */
export type Examination = {
  readonly name: string
  readonly began: readonly NewDiagnosis[]
  readonly diagnoses: readonly NewDiagnosis[]
}

/** What is on record for the visit, as the form begins with it; the primary diagnosis first. */
export function recorded(conditions: readonly Condition[]): readonly NewDiagnosis[] {
  return conditions
    .filter((condition) => condition.status === 'active')
    .map(({ _id: id, code, rank, control, courseOverride }) => ({ id, code, rank, control, courseOverride }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank === 'primary' ? -1 : 1))
}

/** Adds a diagnosis at the end; the first of a visit is its primary one. */
export function withDiagnosis(diagnoses: readonly NewDiagnosis[], code: string): readonly NewDiagnosis[] {
  const rank = diagnoses.length === 0 ? 'primary' : 'secondary'
  return [...diagnoses, { id: null, code, rank, control: false, courseOverride: null }]
}

/** Takes one away; where it was the primary one, the next takes its place. */
export function without(diagnoses: readonly NewDiagnosis[], index: number): readonly NewDiagnosis[] {
  const rest = diagnoses.filter((_, each) => each !== index)
  return rest.some(({ rank }) => rank === 'primary') ? rest : withPrimary(rest, 0)
}

/** Makes one the primary diagnosis and puts it first; a visit has exactly one. */
export function withPrimary(diagnoses: readonly NewDiagnosis[], index: number): readonly NewDiagnosis[] {
  const chosen = diagnoses[index]
  if (!chosen) return diagnoses
  const others = diagnoses.filter((_, each) => each !== index)
  return [
    { ...chosen, rank: 'primary' },
    ...others.map((other) => ({ ...other, rank: 'secondary' as const })),
  ]
}

export function withControl(
  diagnoses: readonly NewDiagnosis[],
  index: number,
  control: boolean,
): readonly NewDiagnosis[] {
  return diagnoses.map((each, at) => (at === index ? { ...each, control } : each))
}

/** A stored draft as an examination, or `null` where it is none. One that does not say what it began with withdraws nothing. */
export function readExamination(stored: unknown): Examination | null {
  if (typeof stored !== 'object' || stored === null || !('diagnoses' in stored)) return null
  if (!Array.isArray(stored.diagnoses)) return null
  const began = 'began' in stored && Array.isArray(stored.began) ? stored.began : []
  return { ...(stored as Examination), began }
}
