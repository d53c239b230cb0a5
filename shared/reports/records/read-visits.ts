import { isDay, isDisputed, isText, said, type RawDocument } from './fields.ts'
import type {
  ConditionRecord,
  KnownConditionRecord,
  SeenBeforeRecord,
  VisitRecord,
  VisitStatus,
} from './record-types.ts'

const STATUSES: ReadonlySet<unknown> = new Set<VisitStatus>([
  'registered',
  'served',
  'cancelled',
  'entered-in-error',
])
/** Where the day stands in `encounter:2026-10-31:…` and `condition:2026-10-31:…`. */
const DAY_IN_ID = [10, 20] as const
const ICD10 = /^[A-Z]\d{2}(\.\d{1,2})?$/

function isStatus(value: unknown): value is VisitStatus {
  return STATUSES.has(value)
}

export function readVisit(doc: RawDocument): VisitRecord | undefined {
  const { _id: id, patient, on, arrivedAt: at, unit, payer, kind, place } = doc
  const disputed = isDisputed(doc, ['status'])
  const status = said(doc, 'status')
  if (!isText(id) || !isText(patient) || !isDay(on) || id.slice(...DAY_IN_ID) !== on) return undefined
  if (!isText(at) || !isText(unit) || !isText(payer)) return undefined
  if ((kind !== 'sakit' && kind !== 'sehat') || (place !== 'inside' && place !== 'outside')) return undefined
  if (!isStatus(status) && !(status === undefined && disputed)) return undefined
  return {
    id,
    patient,
    on,
    at,
    unit,
    payer,
    kind,
    outside: place === 'outside',
    status: status ?? null,
    disputed,
  }
}

function courseOverrideOf(value: unknown): ConditionRecord['override'] | undefined {
  if (value === null) return null
  const course = typeof value === 'object' ? (value as RawDocument)['course'] : undefined
  return course === 'baru' || course === 'lama' ? course : undefined
}

function codeOf(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null
  return isText(value) && ICD10.test(value) ? value : undefined
}

function conditionStatusOf(value: unknown): ConditionRecord['status'] | undefined {
  if (value === undefined || value === null) return null
  return value === 'active' || value === 'entered-in-error' ? value : undefined
}

const CONDITION_CONSEQUENCES = ['code', 'status']

export function readCondition(doc: RawDocument): ConditionRecord | undefined {
  const { _id: id, encounter: visit, patient, on, rank, control } = doc
  const disputed = isDisputed(doc, CONDITION_CONSEQUENCES)
  const [code, status] = [codeOf(said(doc, 'code')), conditionStatusOf(said(doc, 'status'))]
  const override = courseOverrideOf(doc['courseOverride'])
  if (!isText(id) || !isText(visit) || !isText(patient) || !isDay(on)) return undefined
  if (id.slice(...DAY_IN_ID) !== on || typeof control !== 'boolean' || override === undefined)
    return undefined
  if (code === undefined || status === undefined || (!disputed && (code === null || status === null)))
    return undefined
  if (rank !== 'primary' && rank !== 'secondary') return undefined
  return { id, visit, patient, on, code, primary: rank === 'primary', control, override, status, disputed }
}

export function readSeenBefore({ patient, lastVisit }: RawDocument): SeenBeforeRecord | undefined {
  return isText(patient) && isDay(lastVisit) ? { patient, lastVisit } : undefined
}

export function readKnownCondition({
  patient,
  category,
  since,
}: RawDocument): KnownConditionRecord | undefined {
  return isText(patient) && isText(category) && isDay(since) ? { patient, category, since } : undefined
}
