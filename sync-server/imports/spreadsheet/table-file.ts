import { LIMITS } from './limits.ts'
import { readSeparatedText } from './separated-text.ts'
import { UnreadableFile, type Sheet, type TableFile } from './sheet.ts'
import { isUtf16, textOf } from './text-encoding.ts'
import { readWorkbook } from './workbook.ts'

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

const ZIP = [0x50, 0x4b]
/** Binary workbooks of old programs, and encrypted new ones. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

function readText(bytes: Uint8Array): readonly Sheet[] {
  if (isUtf16(bytes)) throw new UnreadableFile('file-utf16')
  if (bytes.subarray(0, 8_000).includes(0)) throw new UnreadableFile('file-not-a-table')
  const text = textOf(bytes)
  if (/^\uFEFF?\s*<(!doctype|html|table|\?xml)/i.test(text)) throw new UnreadableFile('file-web-page')
  if (text.startsWith('%PDF')) throw new UnreadableFile('file-not-a-table')
  return [readSeparatedText(text)]
}

function readSheets(bytes: Uint8Array): readonly Sheet[] {
  if (bytes.length === 0) throw new UnreadableFile('file-empty')
  if (bytes.length > LIMITS.fileBytes) throw new UnreadableFile('file-too-large')
  if (startsWith(bytes, OLE)) throw new UnreadableFile('file-old-excel')
  return startsWith(bytes, ZIP) ? readWorkbook(bytes) : readText(bytes)
}

/** The sheets of a file: what it is, its content says, whatever its name (IM1-IM6 in RULES.md). */
export function readTableFile(bytes: Uint8Array): TableFile {
  try {
    return { ok: true, sheets: readSheets(bytes) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problem: error.problem }
    throw error
  }
}
