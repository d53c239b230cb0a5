import { z } from 'zod'

/** Ids of documents as our schemas make them; nothing that begins with an underscore but the lock, which is read only. */
const DocumentId = z.string().regex(/^([a-z][a-z0-9-]{0,39}:[A-Za-z0-9._:-]{1,120}|_design\/lock)$/)
const OwnDocumentId = z.string().regex(/^[a-z][a-z0-9-]{0,39}:[A-Za-z0-9._:-]{1,120}$/)
const Revision = z.string().regex(/^[1-9]\d{0,9}-[0-9a-f]{32}$/)
/** A checkpoint's id as replicators make it: a digest in base 64. */
const CheckpointId = z.string().regex(/^[A-Za-z0-9._=+~-]{1,100}$/)

const Flag = z.enum(['true', 'false'])
const Off = z.literal('false')
const Count = z.string().regex(/^\d{1,9}$/)
/** Sequences are opaque and passed through. */
const Sequence = z.string().max(8192)
const KeyText = z.string().max(400)

/** A query's value that is JSON: the text is passed on as it came when what it says is of that shape. */
function jsonOf(shape: z.ZodType, longest: number) {
  return z
    .string()
    .max(longest)
    .refine((text) => {
      try {
        return shape.safeParse(JSON.parse(text)).success
      } catch {
        return false
      }
    }, 'not of the shape that this query takes')
}

const CHANGES = {
  style: z.enum(['main_only', 'all_docs']).optional(),
  since: Sequence.optional(),
  limit: Count.optional(),
  feed: z.literal('normal').optional(),
  heartbeat: z.union([Count, Flag]).optional(),
  timeout: Count.optional(),
  include_docs: Flag.optional(),
  conflicts: Flag.optional(),
  descending: Flag.optional(),
  seq_interval: Count.optional(),
  update_seq: Flag.optional(),
  attachments: Off.optional(),
}

const ALL_DOCS = {
  startkey: KeyText.optional(),
  endkey: KeyText.optional(),
  start_key: KeyText.optional(),
  end_key: KeyText.optional(),
  /** One by name could name a checkpoint, which no range does. */
  key: jsonOf(DocumentId, 400).optional(),
  inclusive_end: Flag.optional(),
  include_docs: Flag.optional(),
  conflicts: Flag.optional(),
  descending: Flag.optional(),
  update_seq: Flag.optional(),
  attachments: Off.optional(),
  limit: Count.optional(),
  skip: Count.optional(),
}

const ONE_DOCUMENT = {
  rev: Revision.optional(),
  revs: Flag.optional(),
  revs_info: Flag.optional(),
  open_revs: z.union([z.literal('all'), jsonOf(z.array(Revision), 20_000)]).optional(),
  conflicts: Flag.optional(),
  latest: Flag.optional(),
  attachments: Off.optional(),
}

const BULK_GET = { revs: Flag.optional(), latest: Flag.optional(), attachments: Off.optional() }

const ChangesBody = z.strictObject({ doc_ids: z.array(OwnDocumentId).max(20_000) })
const AllDocsBody = z.strictObject({ keys: z.array(DocumentId).max(20_000) })
const BulkGetBody = z.strictObject({
  docs: z.array(
    z.strictObject({ id: DocumentId, rev: Revision.optional(), atts_since: z.array(Revision).optional() }),
  ),
})
const RevsDiffBody = z.record(DocumentId, z.array(Revision))
/** `new_edits` must be `false`: revisions are made on the desk, and the hub makes none for a person (rule GW2). */
const BulkDocsBody = z.strictObject({ docs: z.array(z.unknown()), new_edits: z.literal(false) })
const CheckpointBody = z.looseObject({ _id: z.string(), _attachments: z.never().optional() })

type Endpoint = {
  readonly methods: readonly string[]
  readonly query: z.ZodType<Readonly<Record<string, string | undefined>>>
  readonly body?: z.ZodType
}

/** The requests that replication and reading make; nothing else is passed on (rule GW1). */
const ENDPOINTS = {
  '': { methods: ['GET'], query: z.strictObject({}) },
  _changes: { methods: ['GET'], query: z.strictObject(CHANGES) },
  '_changes by ids': {
    methods: ['POST'],
    query: z.strictObject({ ...CHANGES, filter: z.literal('_doc_ids') }),
    body: ChangesBody,
  },
  _all_docs: {
    methods: ['GET'],
    query: z.strictObject({ ...ALL_DOCS, keys: jsonOf(z.array(DocumentId), 100_000).optional() }),
  },
  '_all_docs by keys': { methods: ['POST'], query: z.strictObject(ALL_DOCS), body: AllDocsBody },
  _bulk_get: { methods: ['POST'], query: z.strictObject(BULK_GET), body: BulkGetBody },
  _revs_diff: { methods: ['POST'], query: z.strictObject({}), body: RevsDiffBody },
  _bulk_docs: { methods: ['POST'], query: z.strictObject({}), body: BulkDocsBody },
  checkpoint: { methods: ['GET'], query: z.strictObject({}) },
  'checkpoint write': { methods: ['PUT'], query: z.strictObject({}), body: CheckpointBody },
  document: { methods: ['GET'], query: z.strictObject(ONE_DOCUMENT) },
} as const satisfies Record<string, Endpoint>
export type EndpointName = keyof typeof ENDPOINTS

export type RawRequest = {
  readonly method: string
  /** What follows the database's name, decoded: ``, `_changes`, `_local/abc`, `patient:01J…`. */
  readonly rest: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

export type AllowedRequest = {
  readonly endpoint: EndpointName
  /** The id of the document or checkpoint that the path names. */
  readonly id: string
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

export type RequestVerdict =
  | { readonly ok: true; readonly request: AllowedRequest }
  | {
      readonly ok: false
      readonly problem: 'endpoint-not-allowed' | 'request-not-valid'
      readonly field: string
    }

const CHECKPOINT = '_local/'

function endpointFor(method: string, rest: string): { endpoint: EndpointName; id: string } | undefined {
  if (rest.startsWith(CHECKPOINT)) {
    const id = rest.slice(CHECKPOINT.length)
    if (!CheckpointId.safeParse(id).success) return undefined
    return { endpoint: method === 'PUT' ? 'checkpoint write' : 'checkpoint', id }
  }
  if (rest === '_changes') return { endpoint: method === 'POST' ? '_changes by ids' : '_changes', id: '' }
  if (rest === '_all_docs') return { endpoint: method === 'POST' ? '_all_docs by keys' : '_all_docs', id: '' }
  if (rest === '' || rest === '_bulk_get' || rest === '_revs_diff' || rest === '_bulk_docs') {
    return { endpoint: rest, id: '' }
  }
  return OwnDocumentId.safeParse(rest).success ? { endpoint: 'document', id: rest } : undefined
}

function fieldOf(error: z.ZodError, fallback: string): string {
  const [issue] = error.issues
  if (issue?.code === 'unrecognized_keys') return 'query'
  return issue?.path.join('.') || fallback
}

/** Whether a request under `/db/<name>/` is one of those that are passed on, and its checked parts (rules GW1, GW2). */
export function allowRequest(raw: RawRequest): RequestVerdict {
  const found = endpointFor(raw.method, raw.rest)
  if (!found) return { ok: false, problem: 'endpoint-not-allowed', field: 'path' }
  const { methods, query, body }: Endpoint = ENDPOINTS[found.endpoint]
  if (!methods.includes(raw.method)) return { ok: false, problem: 'endpoint-not-allowed', field: 'method' }

  const asked = query.safeParse(raw.query)
  if (!asked.success) return { ok: false, problem: 'request-not-valid', field: fieldOf(asked.error, 'query') }
  const sent = body?.safeParse(raw.body)
  if (sent && !sent.success)
    return { ok: false, problem: 'request-not-valid', field: fieldOf(sent.error, 'body') }
  if (found.endpoint === 'checkpoint write' && !isOfPath(sent?.data, found.id)) {
    return { ok: false, problem: 'request-not-valid', field: '_id' }
  }
  const kept = Object.entries(asked.data).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    ok: true,
    request: { ...found, query: Object.fromEntries(kept), body: sent?.data },
  }
}

/** A checkpoint's own `_id` is the one in the path (rule GW7). */
function isOfPath(body: unknown, id: string): boolean {
  return typeof body === 'object' && body !== null && '_id' in body && body._id === CHECKPOINT + id
}
