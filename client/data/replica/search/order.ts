import type { PatientEntry } from '../../read-model/search-entries.ts'

/** Of two equal fits the one that comes first: the living, then by name, birth and id, so that nothing is left to chance. */
export function comesFirst(a: PatientEntry, b: PatientEntry): boolean {
  if (a.deceased !== b.deceased) return b.deceased
  if (a.name !== b.name) return a.name < b.name
  return a.birth.on === b.birth.on ? a.id < b.id : a.birth.on < b.birth.on
}
