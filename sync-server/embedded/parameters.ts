import { badRequest, Refusal } from './refusal.ts'

/** The query of a request, each parameter read as CouchDB reads it. */
export type Parameters = {
  readonly text: (name: string) => string | undefined
  readonly flag: (name: string) => boolean
  readonly count: (name: string) => number | undefined
  /** A parameter that is JSON, like `startkey`. */
  readonly json: (...names: readonly string[]) => unknown
}

function queryFault(reason: string): Refusal {
  return new Refusal(400, 'query_parse_error', reason)
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw badRequest('invalid UTF-8 JSON')
  }
}

export function parametersOf(query: URLSearchParams): Parameters {
  function text(name: string): string | undefined {
    return query.get(name) ?? undefined
  }

  function flag(name: string): boolean {
    const value = text(name)
    if (value !== undefined && value !== 'true' && value !== 'false') {
      throw queryFault(`Invalid boolean parameter: "${value}"`)
    }
    return value === 'true'
  }

  function count(name: string): number | undefined {
    const value = text(name)
    if (value === undefined) return undefined
    if (!/^-?\d{1,15}$/.test(value)) throw queryFault(`Invalid value for integer: "${value}"`)
    if (value.startsWith('-')) throw queryFault(`Invalid value for positive integer: "${value}"`)
    return Number(value)
  }

  function json(...names: readonly string[]): unknown {
    const value = names.map(text).find((one) => one !== undefined)
    return value === undefined ? undefined : parseJson(value)
  }

  return { text, flag, count, json }
}

export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A body that must be a JSON object. */
export function objectBody(body: unknown): JsonObject {
  if (!isObject(body)) throw badRequest('Request body must be a JSON object')
  return body
}

const REV = /^[1-9]\d{0,8}-[A-Za-z0-9]{1,128}$/

export function readRev(value: unknown): string {
  if (typeof value !== 'string' || !REV.test(value)) throw badRequest('Invalid rev format')
  return value
}
