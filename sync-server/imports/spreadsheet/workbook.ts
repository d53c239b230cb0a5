import { unpackWorkbook } from './archive.ts'
import { LIMITS } from './limits.ts'
import { readSheetPart, type WorkbookContext } from './sheet-part.ts'
import { UnreadableFile, type Sheet } from './sheet.ts'
import { readDateStyles, readRelations, readSharedTexts, readWorkbookPart } from './workbook-parts.ts'

/** Every sheet of a workbook (`.xlsx`), in its order; throws `UnreadableFile`. */
export function readWorkbook(bytes: Uint8Array): readonly Sheet[] {
  const parts = unpackWorkbook(bytes)
  const main = parts.get('xl/workbook.xml')
  if (main === undefined) throw new UnreadableFile('file-not-a-table')
  const { sheets, since1904 } = readWorkbookPart(main)
  if (sheets.length > LIMITS.sheets) throw new UnreadableFile('file-too-many-cells')
  const targets = readRelations(parts.get('xl/_rels/workbook.xml.rels') ?? '<none/>')
  const context: WorkbookContext = {
    texts: readSharedTexts(parts.get('xl/sharedstrings.xml') ?? '<none/>', LIMITS.cells),
    dateStyles: readDateStyles(parts.get('xl/styles.xml') ?? '<none/>'),
    since1904,
    room: { lines: LIMITS.lines, cells: LIMITS.cells },
  }
  return sheets.flatMap(({ name, relation }) => {
    const part = parts.get(targets.get(relation) ?? '')
    return part === undefined ? [] : [{ name, ...readSheetPart(part, context) }]
  })
}
