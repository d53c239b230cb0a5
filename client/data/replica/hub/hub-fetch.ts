import { HubTrouble } from './hub-trouble.ts'

/** Time limits in milliseconds: until the answer begins, and between two pieces of it. */
export type TimeLimits = { readonly answer: number; readonly stall: number }

const USUAL: TimeLimits = { answer: 30_000, stall: 20_000 }
/** The slowest line that still counts as one, for requests that are long to send: bytes in a millisecond. */
const SLOWEST_LINE = 4
/** Shorter bodies are not worth compressing. */
const GZIP_FROM = 1024

async function gzipped(text: string): Promise<ArrayBuffer> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(stream).arrayBuffer()
}

type Watch = { readonly signal: AbortSignal; readonly allow: (ms: number) => void; readonly end: () => void }

/** Aborts when the time last allowed has passed, or when the caller stops. */
function watch(outer: AbortSignal | null | undefined): Watch {
  const controller = new AbortController()
  const abort = () => controller.abort()
  let timer: ReturnType<typeof setTimeout> | undefined
  if (outer?.aborted) abort()
  outer?.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    allow(ms) {
      clearTimeout(timer)
      timer = setTimeout(abort, ms)
    },
    end() {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    },
  }
}

async function readAll(response: Response, watching: Watch, stall: number): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  const reader = response.body?.getReader()
  for (;;) {
    watching.allow(stall)
    const piece = await reader?.read()
    if (!piece || piece.done) return pieces
    pieces.push(piece.value)
  }
}

function isJson(response: Response): boolean {
  return /^application\/json\b/.test(response.headers.get('content-type') ?? '')
}

/**
 * `fetch` for the hub only: every request has a time limit and is given up when no byte arrives; the whole answer is
 * read before it is handed over. Long bodies go out compressed. With `json`, an answer of any other kind is not the
 * hub's, whatever its status.
 */
export async function hubFetch(
  url: string,
  init: RequestInit & { readonly json?: boolean } = {},
  limits: TimeLimits = USUAL,
): Promise<Response> {
  const { json = true, ...request } = init
  const watching = watch(request.signal)
  try {
    const headers = new Headers(request.headers)
    let body = request.body ?? null
    if (typeof body === 'string' && body.length >= GZIP_FROM) {
      body = await gzipped(body)
      headers.set('content-encoding', 'gzip')
    }
    const size = body instanceof ArrayBuffer ? body.byteLength : 0
    watching.allow(limits.answer + size / SLOWEST_LINE)
    const options = { credentials: 'omit', cache: 'no-store', redirect: 'error' } as const
    const response = await fetch(url, { ...request, ...options, headers, body, signal: watching.signal })
    const pieces = await readAll(response, watching, limits.stall)
    if (json && !isJson(response)) throw new HubTrouble('not-the-hub', response.status)
    const empty = response.status === 204 || response.status === 304
    return new Response(empty ? null : new Blob(pieces as BlobPart[]), {
      status: response.status,
      headers: response.headers,
    })
  } catch (error) {
    throw error instanceof HubTrouble ? error : new HubTrouble('unreachable')
  } finally {
    watching.end()
  }
}
