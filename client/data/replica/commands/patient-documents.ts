import type { CalendarDate } from '../../../../shared/calendar/calendar-date.ts'
import type { HouseholdId, PatientId } from '../../../../shared/documents/ids.ts'
import { newCoverageId, newHouseholdId, newPovertyId } from '../../../platform/ids.ts'
import type { Commands, NewCover, NewPatient, NewPoverty } from '../../bridge/contract.ts'
import type { Built, Saver } from '../saver.ts'

type Registering = Commands['patients.register']['in']

/** A name as it is kept: no space before, after or twice between. */
function tidy(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}

/** Fields that a record may lack; in a form they are `null`, and emptied ones are kept as empty text, which merges. */
const MAY_LACK = ['birthPlace', 'phone'] as const

/** What a form says of a patient, as the record's fields. */
export function patientFields(content: Partial<NewPatient>, isNew: boolean): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...content }
  for (const name of MAY_LACK) {
    if (fields[name] !== null) continue
    if (isNew) Reflect.deleteProperty(fields, name)
    else fields[name] = ''
  }
  if (content.name !== undefined) fields['name'] = tidy(content.name)
  return fields
}

export function coverContent(patient: PatientId, cover: NewCover, today: CalendarDate) {
  const checked = { active: true, checkedOn: today, source: 'card-seen' }
  return { _id: newCoverageId(), type: 'coverage', schema: 1, patient, ...cover, ...checked }
}

export function povertyContent(household: HouseholdId, poverty: NewPoverty) {
  return { _id: newPovertyId(household), type: 'poverty', schema: 1, household, ...poverty }
}

function familyDocuments(
  saver: Saver,
  id: HouseholdId,
  { family, content, poverty }: Registering,
): readonly Built[] {
  const found = poverty ? [saver.fact(povertyContent(id, poverty))] : []
  if (family.kind !== 'new') return found
  const headName = tidy(family.headName)
  const facts = { kk: family.kk, headName, address: content.address, status: 'active' }
  return [saver.record({ _id: id, type: 'household', schema: 1, ...facts }), ...found]
}

/** The family that the form chose: an existing one, a new one with an id of its own, or none. */
export function chosenFamily(family: Registering['family']): HouseholdId | null {
  if (family.kind === 'none') return null
  return family.kind === 'existing' ? family.id : newHouseholdId()
}

/** All documents of one registration: the patient, and where given a new family, its poverty and a cover. */
export function registrationDocuments(
  saver: Saver,
  input: Registering,
  household: HouseholdId | null,
  today: CalendarDate,
): readonly Built[] {
  const fixed = { household, rm: null, deceased: null, status: 'active' }
  const fields = patientFields(input.content, true)
  const patient = saver.record({ _id: input.patient, type: 'patient', schema: 1, ...fields, ...fixed })
  const family = household ? familyDocuments(saver, household, input) : []
  const cover = input.cover ? [saver.record(coverContent(input.patient, input.cover, today))] : []
  return [patient, ...family, ...cover]
}
