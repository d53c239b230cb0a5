import { isDateFormat } from './serial-days.ts'
import { UnreadableFile } from './sheet.ts'
import { readXml } from './xml-events.ts'

/** The sheets in the workbook's own order, and from which year it counts days. */
export type WorkbookPart = {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[]
  readonly since1904: boolean
}

export function readWorkbookPart(xml: string): WorkbookPart {
  const sheets: { name: string; relation: string }[] = []
  let since1904 = false
  readXml(xml, {
    open: (name, attribute) => {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const relation = attribute('r:id') ?? attribute('id')
      if (relation) sheets.push({ name: attribute('name') ?? '', relation })
    },
  })
  return { sheets, since1904 }
}

/** Where each relation leads, as the name of a part in the archive, in lower case. */
export function readRelations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  readXml(xml, {
    open: (name, attribute) => {
      const [id, target] = [attribute('Id'), attribute('Target')]
      if (name !== 'Relationship' || !id || !target) return
      targets.set(id, (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase())
    },
  })
  return targets
}

/** Control characters stand as `_x000D_` in a workbook's texts. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** The texts that cells point to, without the reading aids (`rPh`) of East Asian texts. */
export function readSharedTexts(xml: string, most: number): readonly string[] {
  const texts: string[] = []
  let current = ''
  let inText = false
  let inAid = false
  readXml(xml, {
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') inAid = true
      if (name === 't') inText = true
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inAid = false
      if (name !== 'si') return
      texts.push(unescaped(current))
      if (texts.length > most) throw new UnreadableFile('file-too-many-cells')
    },
    text: (text) => {
      if (inText && !inAid) current += text
    },
  })
  return texts
}

/** For each cell style, whether it shows a date. */
export function readDateStyles(xml: string): readonly boolean[] {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let inCellFormats = false
  readXml(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name !== 'xf' || !inCellFormats) return
      const format = Number(attribute('numFmtId') ?? 0)
      styles.push(isDateFormat(format, codes.get(format)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return styles
}
