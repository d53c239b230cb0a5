import { z } from 'zod'
import { Instant } from '../calendar/instant.ts'
import { Stamp } from '../sync/stamp.ts'
import type { DatabaseKind } from '../access/databases.ts'
import { DeviceId, Username } from './ids.ts'

/** What every document carries: what it is, who wrote it on which desk, and when by that desk's clock. */
export const header = {
  _rev: z.string().optional(),
  schema: z.number().int().min(1),
  by: Username,
  device: DeviceId,
  at: Instant,
  stamp: Stamp,
  /** The desk could not trust its clock when it wrote this (`design.md` 4, Time). */
  clockDoubt: z.literal(true).optional(),
}

const WrittenValue = z.object({ stamp: Stamp, value: z.unknown() })

/** What a record that can be edited carries besides: a stamp for each field, and what merging needs (`merge-leaves.ts`). */
export const editableHeader = {
  ...header,
  stamps: z.record(z.string(), Stamp),
  /** For each field the values that its present one was written over, newest first. */
  replaced: z.record(z.string(), z.array(WrittenValue)).optional(),
  /** For each field the values written at the same time elsewhere that lost. */
  lost: z.record(z.string(), z.array(WrittenValue.extend({ replaced: z.array(WrittenValue) }))).optional(),
  /** Revisions of other leaves whose content this one contains. */
  merges: z.array(z.string()).optional(),
}

/** Fields that belong to the document rather than to what it says; never merged as content. */
export const HEADER_FIELDS: ReadonlySet<string> = new Set([
  '_id',
  '_rev',
  '_revisions',
  '_conflicts',
  'type',
  ...Object.keys(editableHeader),
])

/** A step from one schema version to the next. `why` says what the newer version can say that the older could not. */
export type Upgrade = {
  readonly to: number
  readonly why: string
  readonly up: (doc: Readonly<Record<string, unknown>>) => Record<string, unknown>
}

type DocumentShape = z.ZodType<{ _id: string; type: string; schema: number }>

type Definition<Shape extends DocumentShape> = {
  readonly type: string
  /** The kind of database that holds it. */
  readonly database: DatabaseKind
  /**
   * `added`: written once and never changed. `edited`: changed field by field and merged. `replaced`: written whole
   * by one authority on the revision it has read, so that a second writer is refused with a conflict.
   */
  readonly change: 'added' | 'edited' | 'replaced'
  readonly version: number
  /** Loose objects, so that a field from a newer release survives an edit made by an older desk. */
  readonly schema: Shape
  readonly upgrades: readonly Upgrade[]
  /** Fields that nobody may lose silently: two values written at once both stay until a person decides. */
  readonly consequences: readonly string[]
}

export type FieldFault = { readonly field: string; readonly fault: string }

export type Reading<Doc> =
  | { readonly ok: true; readonly doc: Doc }
  | { readonly ok: false; readonly problem: 'newer-than-this-app' }
  | { readonly ok: false; readonly problem: 'not-valid'; readonly faults: readonly FieldFault[] }

export type DocumentDefinition<Shape extends DocumentShape = DocumentShape> = Definition<Shape> & {
  /** The only way in: checks, after bringing an older version up to date. */
  readonly read: (raw: unknown) => Reading<z.infer<Shape>>
}

function versionOf(raw: unknown): number | undefined {
  if (typeof raw !== 'object' || raw === null || !('schema' in raw)) return undefined
  return typeof raw.schema === 'number' ? raw.schema : undefined
}

function upgraded(
  raw: Readonly<Record<string, unknown>>,
  upgrades: readonly Upgrade[],
  from: number,
): unknown {
  return upgrades
    .filter((step) => step.to > from)
    .reduce<Record<string, unknown>>((doc, step) => ({ ...step.up(doc), schema: step.to }), { ...raw })
}

function faultsOf(error: z.ZodError): readonly FieldFault[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.') || '_id', fault: issue.message }))
}

/** One document type: its id, schema, version, upgrades, home and how it changes, kept in one place. */
export function defineDocument<Shape extends DocumentShape>(
  definition: Definition<Shape>,
): DocumentDefinition<Shape> {
  function read(raw: unknown): Reading<z.infer<Shape>> {
    const version = versionOf(raw)
    if (version !== undefined && version > definition.version)
      return { ok: false, problem: 'newer-than-this-app' }
    const older = version !== undefined && version < definition.version
    const candidate = older ? upgraded(raw as Record<string, unknown>, definition.upgrades, version) : raw
    const parsed = definition.schema.safeParse(candidate)
    if (parsed.success) return { ok: true, doc: parsed.data }
    return { ok: false, problem: 'not-valid', faults: faultsOf(parsed.error) }
  }
  return { ...definition, read }
}
