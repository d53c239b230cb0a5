import type { ZodType } from 'zod'

/** Why there is nothing to show: no hub, a hub that says no, or a hub of another version. */
export type AnswerProblem = 'unreachable' | 'refused' | 'unreadable'

/** Why the channel to the hub brought nothing. Whatever is not a plain no is treated as out of reach, to be tried again. */
export function fetchProblem(problem: string | undefined): AnswerProblem {
  return problem === 'refused' || problem === 'not-allowed' ? 'refused' : 'unreachable'
}

type ReadAnswer<Value> =
  | { readonly kind: 'failed'; readonly problem: AnswerProblem }
  | { readonly kind: 'read'; readonly value: Value }

/** The JSON of an answer, as its schema has it. */
export function readAnswer<Value>(body: ArrayBuffer, schema: ZodType<Value>): ReadAnswer<Value> {
  const read = schema.safeParse(jsonIn(body))
  return read.success ? { kind: 'read', value: read.data } : { kind: 'failed', problem: 'unreadable' }
}

function jsonIn(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
