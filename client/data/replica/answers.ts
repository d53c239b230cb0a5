import type { CommonProblem } from '../bridge/contract.ts'

/** An answer of a command, in the contract's form. */
export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refuse<Problem extends string>(
  problem: Problem,
  fields?: readonly string[],
): { readonly ok: false; readonly problem: Problem; readonly fields?: readonly string[] } {
  return fields ? { ok: false, problem, fields } : { ok: false, problem }
}

const STORAGE_NAMES =
  /Quota|DatabaseClosed|OpenFailed|UnknownError|InvalidState|indexed_db|AbortError|NotReadable/i

/** Which trouble with this PC's storage an error is; `undefined` for a fault of ours. */
export function storageProblem(
  error: unknown,
): Extract<CommonProblem, 'storage-full' | 'storage-broken'> | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { name, reason, message, inner } = error as Readonly<Record<string, unknown>>
  const text = [name, reason, message, (inner as Error | undefined)?.name]
    .filter((part) => typeof part === 'string')
    .join(' ')
  if (/Quota/i.test(text)) return 'storage-full'
  return STORAGE_NAMES.test(text) ? 'storage-broken' : undefined
}
