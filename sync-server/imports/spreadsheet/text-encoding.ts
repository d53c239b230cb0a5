/** The text of a file in UTF-8, with or without its mark, or else in Windows-1252, which every byte sequence is. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Whether the bytes are UTF-16: its mark, or a nought in every second byte of the beginning. */
export function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const start = bytes.subarray(0, 200)
  const noughts = start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  return start.length >= 4 && noughts * 3 > start.length
}
