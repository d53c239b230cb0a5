/** The street part of an address with the numbers of its neighbourhoods taken out. */
export type ReadAddress = { readonly text: string; readonly rt: string; readonly rw: string }

const BOTH = /\bRT\.?\s*[.:/-]?\s*(\d{1,3})\s*[/,.-]?\s*(?:RW\.?\s*[.:/-]?\s*|\/\s*)(\d{1,3})\b/i
const EITHER_ORDER = /\bRT\s*[./-]\s*RW\.?\s*[:.]?\s*(\d{1,3})\s*[/,.-]\s*(\d{1,3})\b/i
const RT = /\bRT\.?\s*[.:]?\s*(\d{1,3})\b/i
const RW = /\bRW\.?\s*[.:]?\s*(\d{1,3})\b/i

/** `3`, `03`, `003` and `RT 03` are one neighbourhood, kept as `3`; `''` where it is none. */
export function neighbourhood(written: string): string {
  const [, digits] = /^(?:RT|RW)?\.?\s*0*(\d{1,3})$/i.exec(written.trim()) ?? []
  return digits === undefined || /^0*$/.test(digits) ? '' : digits
}

/** `RT 01/02`, `01/02`, `1-2` in a column of its own. */
export function readRtRw(written: string): Pick<ReadAddress, 'rt' | 'rw'> | undefined {
  const [, rt, rw] =
    /^(?:RT\.?)?\s*(\d{1,3})\s*(?:[/\\.,-]|\s)\s*(?:RW\.?)?\s*(\d{1,3})$/i.exec(written.trim()) ?? []
  return rt && rw ? { rt: neighbourhood(rt), rw: neighbourhood(rw) } : undefined
}

function cut(text: string, found: RegExpExecArray): string {
  return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
    .replace(/\s+/g, ' ')
    .replace(/\s+,/g, ',')
    .replace(/,(\s*,)+/g, ',')
    .replace(/^[\s,]+|[\s,]+$/g, '')
}

function one(text: string, pattern: RegExp): { readonly number: string; readonly rest: string } {
  const found = pattern.exec(text)
  return found
    ? { number: neighbourhood(found[1] ?? ''), rest: cut(text, found) }
    : { number: '', rest: text }
}

/** Reads an address as it stands in one cell (IM15). */
export function readAddress(written: string): ReadAddress {
  const text = written.replace(/\s+/g, ' ').trim()
  const both = EITHER_ORDER.exec(text) ?? BOTH.exec(text)
  if (both) {
    return { text: cut(text, both), rt: neighbourhood(both[1] ?? ''), rw: neighbourhood(both[2] ?? '') }
  }
  const rt = one(text, RT)
  const rw = one(rt.rest, RW)
  return { text: rw.rest, rt: rt.number, rw: rw.number }
}
