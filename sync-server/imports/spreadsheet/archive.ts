import { strFromU8, unzipSync } from 'fflate'
import { LIMITS } from './limits.ts'
import { UnreadableFile } from './sheet.ts'

/** The parts of a workbook that hold what its cells say. */
const PARTS =
  /^(xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/i

/**
 * Unpacks the parts of a workbook. `fflate` gives out no more bytes than the archive's directory declares for a part,
 * so that the sum of declared sizes bounds the memory whatever the packed data says.
 */
export function unpackWorkbook(bytes: Uint8Array): ReadonlyMap<string, string> {
  let declared = 0
  const unpacked = unpackedParts(bytes, (size) => {
    declared += size
    if (declared > LIMITS.unpackedBytes) throw new UnreadableFile('file-too-large')
  })
  return new Map(Object.entries(unpacked).map(([name, part]) => [name.toLowerCase(), strFromU8(part)]))
}

function unpackedParts(
  bytes: Uint8Array,
  count: (size: number) => void,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false
        count(originalSize)
        return true
      },
    })
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('file-damaged')
  }
}
