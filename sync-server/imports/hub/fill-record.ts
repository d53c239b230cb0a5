import { editRecord, type Authorship } from '../../../shared/sync/edit-record.ts'
import type { EditableBody, WrittenValue } from '../../../shared/sync/merge-leaves.ts'

type Stored = EditableBody & { readonly _rev?: string | undefined }

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function replacedIn(record: Stored, field: string): readonly WrittenValue[] {
  return record.replaced?.[field] ?? []
}

/** Whether a field is empty because nobody has ever filled it; a field that somebody emptied stays empty. */
export function isUnfilled(record: Stored, field: string): boolean {
  return isEmpty(record[field]) && replacedIn(record, field).length === 0
}

/** Whether somebody has typed over this value before; it is not brought back. */
export function wasReplaced(record: Stored, field: string, value: unknown): boolean {
  return replacedIn(record, field).some((one) => JSON.stringify(one.value) === JSON.stringify(value))
}

/** The record with these fields, as an edit of the import's; itself where nothing changes. */
export function withFields<Record extends Stored>(
  record: Record,
  changes: Readonly<Partial<Record>>,
  author: Authorship,
): Record {
  if (Object.keys(changes).length === 0) return record
  return editRecord<Record>([record], changes, author) ?? record
}
