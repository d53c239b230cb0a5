import { gzipSync } from 'node:zlib'
import type { TestDesk, TestHub, TestSession } from '../builders/hub.ts'

export type Asked = {
  readonly method?: string
  readonly authorization?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Sends the body compressed, as desks do. */
  readonly gzip?: boolean
}

export type Answered = {
  readonly status: number
  readonly headers: Headers
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not used
  readonly body: any
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}

/** One raw HTTP request to the gateway. A body that is text is sent as it stands. */
export async function ask(hub: Pick<TestHub, 'url'>, path: string, asked: Asked = {}): Promise<Answered> {
  const { method = 'GET', authorization, body, gzip = false } = asked
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const sent = text !== undefined && gzip ? Uint8Array.from(gzipSync(text)) : text
  const response = await fetch(hub.url + path, {
    method,
    headers: {
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      ...(authorization === undefined ? {} : { authorization }),
      ...asked.headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  })
  return { status: response.status, headers: response.headers, body: parsed(await response.text()) }
}

export function bearer({ token }: Pick<TestSession, 'token'>): string {
  return `Bearer ${token}`
}

export function deskAuthorization({ device, credential }: TestDesk): string {
  return `Desk ${device}:${credential}`
}
