import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { LIMITS } from './limits.ts'
import { coveredCells } from './merged-cells.ts'
import { separatorOf } from './separated-text.ts'
import { dayOfSerial, isDateFormat } from './serial-days.ts'
import type { Sheet } from './sheet.ts'
import { readTableFile } from './table-file.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook with one sheet whose XML is given, packed as spreadsheet programs do. */
function workbook(sheetData: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets><sheet name="Pasien" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${sheetData}</worksheet>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Nama</t></si><si><r><t>Siti </t></r><r><t>Aminah</t></r><rPh><t>aid</t></rPh></si></sst>',
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const file = readTableFile(bytes)
  if (!file.ok) throw new Error(file.problem)
  return file.sheets
}

function cellsOf(bytes: Uint8Array): Record<string, unknown> {
  const [sheet] = sheetsOf(bytes)
  return Object.fromEntries(
    (sheet?.lines ?? []).flatMap(({ line, cells }) =>
      [...cells].map(([column, cell]) => [`${String(line)}:${String(column)}`, cell]),
    ),
  )
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('a workbook', () => {
  it('[IM1] gives text, numbers, dates and faults as what they are', () => {
    const rows =
      '<sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>' +
      '<c r="C3"><v>3577013112850001</v></c><c r="D3" s="1"><v>31412</v></c><c r="E3" s="2"><v>31412.5</v></c>' +
      '<c r="F3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G3" t="str"><f>A1</f><v>hasil</v></c>' +
      '<c r="H3" t="inlineStr"><is><t>Budi &amp; Co</t></is></c><c r="I3" t="b"><v>1</v></c><c r="J3"/></row></sheetData>'
    expect(cellsOf(workbook(rows))).toEqual({
      '3:0': { kind: 'text', text: 'Nama' },
      '3:1': { kind: 'text', text: 'Siti Aminah' },
      '3:2': { kind: 'number', text: '3577013112850001', value: 3577013112850001 },
      '3:3': { kind: 'date', text: '31412', day: '1985-12-31' },
      '3:4': { kind: 'date', text: '31412.5', day: '1985-12-31' },
      '3:5': { kind: 'fault', text: '#DIV/0!' },
      '3:6': { kind: 'text', text: 'hasil' },
      '3:7': { kind: 'text', text: 'Budi & Co' },
      '3:8': { kind: 'text', text: 'TRUE' },
    })
  })

  it('[IM1] counts days from 1904 where the workbook says so', () => {
    const main = `<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`
    const rows = '<sheetData><row r="1"><c r="A1" s="1"><v>29950</v></c></row></sheetData>'
    expect(cellsOf(workbook(rows, { 'xl/workbook.xml': main }))).toMatchObject({
      '1:0': { day: '1985-12-31' },
    })
  })

  it('[IM1] reads rows and cells that carry no address, and prefixed names', () => {
    const rows =
      '<x:sheetData xmlns:x="urn:x"><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>' +
      '<x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData>'
    expect(Object.keys(cellsOf(workbook(rows)))).toEqual(['1:0', '1:1', '2:0'])
  })

  it('[IM1] reads what another program wrote, all sheets in order', async () => {
    const one = [
      [{ value: 'Nama' }, { value: 'Lahir' }],
      [{ value: 'Budi' }, { value: new Date('1985-12-31'), type: Date, format: 'dd/mm/yyyy' }],
    ]
    const file = writeExcel([
      { data: one, sheet: 'Desa A' },
      { data: [[{ value: 'Nama' }]], sheet: 'Desa B' },
    ] as never)
    const sheets = sheetsOf(new Uint8Array(await file.toBuffer()))
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Desa A', 'Desa B'])
    expect(sheets[0]?.lines[1]?.cells.get(1)).toMatchObject({ kind: 'date', day: '1985-12-31' })
  })

  it('[IM2] repeats a merged cell over the lines and columns that it covers', () => {
    const rows =
      '<sheetData><row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="C2"><v>1</v></c></row>' +
      '<row r="3"><c r="C3"><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c></row></sheetData>' +
      '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>'
    const [sheet] = sheetsOf(workbook(rows))
    const covered = coveredCells(sheet!)
    expect(covered.get(1)?.get(1)).toMatchObject({ text: '7' })
    expect(covered.get(3)?.get(0)).toMatchObject({ text: '7' })
    expect(covered.get(3)?.has(2)).toBe(false)
    expect(covered.has(4)).toBe(false)
  })

  it('[IM3] a value in the last corner of the sheet costs nothing', () => {
    const rows =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c>' +
      '<c r="XFD1048576"><v>1</v></c></row></sheetData>'
    expect(Object.keys(cellsOf(workbook(rows)))).toEqual(['1:0', '1048576:0'])
  })

  it('[IM3] a merge over the whole sheet is bounded by the lines that have cells', () => {
    const line = (number: number) => `<row r="${String(number)}"><c r="A${String(number)}"><v>1</v></c></row>`
    const merge = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    const few = sheetsOf(workbook(`<sheetData>${line(1)}${line(2)}</sheetData>${merge}`))
    expect(coveredCells(few[0]!).get(2)?.size).toBe(LIMITS.columns)
    const many = Array.from({ length: 4_000 }, (_, index) => line(index + 1)).join('')
    const [sheet] = sheetsOf(workbook(`<sheetData>${many}</sheetData>${merge}`))
    expect(() => coveredCells(sheet!)).toThrow('file-too-many-merges')
  })

  it('[IM3] parts that declare more than the bound are not unpacked', () => {
    const bytes = workbook('<sheetData/>')
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at < bytes.length - 28; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, LIMITS.unpackedBytes, true)
    }
    expect(readTableFile(bytes)).toEqual({ ok: false, problem: 'file-too-large' })
  })

  it('[IM3] a part that holds more than it declares ends the reading, not the program', () => {
    const bytes = workbook(`<sheetData>${'<row><c><v>1</v></c></row>'.repeat(50_000)}</sheetData>`)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at < bytes.length - 28; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000) {
        view.setUint32(at + 24, 2_000, true)
      }
    }
    expect(readTableFile(bytes)).toEqual({ ok: false, problem: 'file-damaged' })
  })

  it('[IM3] entities of a document type are not expanded', () => {
    const shared =
      '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    const rows = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    expect(cellsOf(workbook(rows, { 'xl/sharedStrings.xml': shared }))).toEqual({
      '1:0': { kind: 'text', text: '&b;' },
    })
  })

  it('[IM4] damaged in any byte it is refused or read, and never ends the program', () => {
    const bytes = workbook('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const damaged = bytes.slice()
        damaged[at] = byte
        expect(typeof readTableFile(damaged).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})

describe('a file that is no table', () => {
  it.each<[string, Uint8Array, string]>([
    ['file-empty', new Uint8Array(0), 'nothing in it'],
    ['file-old-excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'the binary format before 2007'],
    ['file-utf16', new Uint8Array([0xff, 0xfe, 0x4e, 0x00, 0x61, 0x00]), 'what "Unicode text" saves'],
    ['file-utf16', new Uint8Array([0x4e, 0x00, 0x61, 0x00, 0x6d, 0x00]), 'the same without its mark'],
    ['file-web-page', utf8('<html><table>'), 'a web page named .xls'],
    ['file-not-a-table', utf8('%PDF-1.7'), 'a printed document'],
    ['file-not-a-table', zipSync({ 'content.xml': utf8('<office/>') }), 'a workbook of another program'],
    ['file-damaged', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'half a download'],
  ])('[IM4] is refused as %s: %s', (problem, bytes) => {
    expect(readTableFile(bytes)).toEqual({ ok: false, problem })
  })
})

describe('a text file', () => {
  it.each([
    ['Nama;Alamat\nBudi;Jl. Merak, RT 1\n', ';', 'commas in an address'],
    ['Nama,Alamat\nBudi,"Jl. Merak; RT 1"\n', ',', 'a semicolon inside quotes'],
    ['Nama\tTTL\nBudi\tMadiun, 31-12-1985\n', '\t', 'tabs, and a comma in the place of birth'],
    ['sep=,\nNama;Alamat,x\n', ',', 'its first line names it'],
    [
      'DAFTAR PASIEN\nPuskesmas, Kota\n\nNama;JK;Lahir\nA;L;1985-12-31\nB;P;1990-01-01\n',
      ';',
      'a letterhead above',
    ],
  ])('[IM5] %j is separated by %j: %s', (text, separator) => {
    expect(separatorOf(text)).toBe(separator)
  })

  it.each([
    [utf8('Nama;Desa\nSité;A'), 'UTF-8'],
    [new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('Nama;Desa\nSité;A')]), 'UTF-8 with its mark'],
    [Uint8Array.from(Buffer.from('Nama;Desa\nSité;A', 'latin1')), 'Windows-1252'],
  ])('[IM6] is read in its own encoding (%#: %s)', (bytes) => {
    expect(cellsOf(bytes)).toMatchObject({ '1:0': { text: 'Nama' }, '2:0': { kind: 'plain', text: 'Sité' } })
  })

  it('[IM5] keeps quotes, separators and line ends inside quotes, and counts lines as a spreadsheet shows them', () => {
    const text = 'Nama;Alamat\r\n\r\n"Budi ""Bud""";"Jl. A\nRT 1; RW 2"\r\nSiti;Jl. "B"\r\n'
    expect(cellsOf(utf8(text))).toEqual({
      '1:0': { kind: 'plain', text: 'Nama' },
      '1:1': { kind: 'plain', text: 'Alamat' },
      '3:0': { kind: 'plain', text: 'Budi "Bud"' },
      '3:1': { kind: 'plain', text: 'Jl. A\nRT 1; RW 2' },
      '4:0': { kind: 'plain', text: 'Siti' },
      '4:1': { kind: 'plain', text: 'Jl. "B"' },
    })
  })

  it('[IM5] a stray quotation mark does not swallow the lines below it', () => {
    const lines = Array.from({ length: 400 }, (_, index) => `Pasien ${String(index)};L;1985-12-31`)
    const text = ['Nama;JK;Lahir', '"Budi;L;1985-12-31', ...lines].join('\n')
    const [sheet] = sheetsOf(utf8(text))
    expect(sheet?.lines.length).toBe(402)
    expect(sheet?.lines[1]?.cells.get(0)).toMatchObject({ text: '"Budi' })
  })

  it('[IM5] gives back any table that was written by the rules', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'b', '"', ';', ',', '\n', ' '),
      minLength: 1,
      maxLength: 8,
    })
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = ['sep=;', ...rows.map((row) => row.map(quoted).join(';'))].join('\n')
        const [sheet] = sheetsOf(utf8(`${text}\n`))
        const kept = rows.flatMap((row) => row.filter((value) => value.trim() !== ''))
        expect(sheet?.lines.flatMap((line) => [...line.cells.values()].map((one) => one.text)) ?? []).toEqual(
          kept,
        )
      }),
    )
  })
})

describe('serial numbers and formats', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, undefined],
    [61, '1900-03-01'],
    [31412, '1985-12-31'],
    [46326, '2026-10-31'],
    [0.5, undefined],
    [3_000_000, undefined],
  ])('[IM1] serial %d is %s', (serial, day) => {
    expect(dayOfSerial(serial)).toBe(day)
  })

  it.each([
    [14, undefined, true],
    [2, undefined, false],
    [164, 'dd/mm/yyyy', true],
    [164, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', true],
    [164, '[Red]#,##0', false],
    [164, '"hari"\\ 0', false],
    [164, 'h:mm', false],
    [164, 'General', false],
    [164, '@', false],
  ])('[IM1] format %i %s shows a day: %s', (format, code, is) => {
    expect(isDateFormat(format, code)).toBe(is)
  })
})
