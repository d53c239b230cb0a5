/** Why the hub gave no usable answer. Every request ends in an answer or in one of these. */
export type TroubleKind =
  /** No connection, or no byte for too long. */
  | 'unreachable'
  /** Something answered that is not our hub: a captive portal's page, a proxy's error. */
  | 'not-the-hub'
  /** The hub refused by name; `problem` is its code. */
  | 'refused'
  /** The hub itself failed. */
  | 'hub-failed'

export class HubTrouble extends Error {
  readonly kind: TroubleKind
  readonly status: number
  readonly problem: string | null
  /** What the hub found at fault in the request. */
  readonly field: string | null

  constructor(kind: TroubleKind, status = 0, problem: string | null = null, field: string | null = null) {
    super(problem ? `${kind}: ${problem}` : kind)
    this.name = 'HubTrouble'
    this.kind = kind
    this.status = status
    this.problem = problem
    this.field = field
  }
}

/** The trouble behind an error, also where PouchDB wrapped it; `undefined` for a fault of ours. */
export function troubleOf(error: unknown): HubTrouble | undefined {
  if (error instanceof HubTrouble) return error
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined
  const { status } = error
  if (typeof status !== 'number' || status === 0) return undefined
  const problem = 'error' in error && typeof error.error === 'string' ? error.error : null
  return new HubTrouble(status >= 500 ? 'hub-failed' : 'refused', status, problem)
}
