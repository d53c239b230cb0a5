/** A messy register of 5,000 rows, imported into a real hub by the command that a clinic uses. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Household } from '../../shared/documents/household.ts'
import type { KnownCondition } from '../../shared/documents/known-condition.ts'
import type { Patient } from '../../shared/documents/patient.ts'
import type { SeenBefore } from '../../shared/documents/seen-before.ts'
import { importCommand } from '../../sync-server/cli/import.ts'
import type { CommandNeeds } from '../../sync-server/cli/command.ts'
import { readSeparatedText } from '../../sync-server/imports/spreadsheet/separated-text.ts'
import { FACILITY, OTHER_FACILITY, startTestHub, type TestHub } from '../builders/hub.ts'
import { messyCsv, messyWorkbook, ROWS, type MessyFile } from './messy-register.ts'
import { READ_ON } from './messy-people.ts'

const MINUTES = 5 * 60_000

let hub: TestHub
let folder: string

beforeAll(async () => {
  hub = await startTestHub({ two: true })
  folder = await mkdtemp(join(tmpdir(), 'puskesmas-import-'))
}, MINUTES)

afterAll(async () => {
  await hub.stop()
  await rm(folder, { recursive: true, force: true })
}, MINUTES)

type Run = { readonly code: number; readonly said: readonly string[]; readonly complained: readonly string[] }

async function run(...args: readonly string[]): Promise<Run> {
  const said: string[] = []
  const complained: string[] = []
  const { couch, accounts } = hub.registry()
  const needs: CommandNeeds = {
    couch,
    accounts,
    now: hub.clock.now,
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    readSecret: () => Promise.resolve(''),
  }
  return { code: await importCommand(args, needs), said, complained }
}

function importFile(name: string, facility: string): Promise<Run> {
  return run('patients', join(folder, name), '--facility', facility, '--on', READ_ON, '--year', '2026')
}

async function sequences(): Promise<Readonly<Record<string, string | undefined>>> {
  const { couch } = hub.registry()
  const names = await couch.databaseNames()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await couch.updateSeq(name)] as const)),
  )
}

function figure(said: readonly string[], words: string): number {
  const line = said.find((one) => one.trim().startsWith(words)) ?? ''
  return Number((/([\d.]+)/.exec(line)?.[1] ?? 'NaN').replaceAll('.', ''))
}

function fates(file: MessyFile) {
  const count = (fate: string) => file.rows.filter((row) => row.fate === fate).length
  return { imported: count('imported'), merged: count('merged'), rejected: count('rejected') }
}

function counts(said: readonly string[]) {
  return {
    imported: figure(said, 'diimpor'),
    merged: figure(said, 'digabung'),
    rejected: figure(said, 'ditolak'),
  }
}

async function recordsOf<Doc>(database: string, type: string): Promise<readonly Doc[]> {
  const rows = await hub
    .registry()
    .couch.allDocs(database, { startkey: `${type}:`, endkey: `${type}:~`, includeDocs: true })
  return rows.map((row) => row.doc as unknown as Doc)
}

/** The lines of a file that the import wrote; cells that say nothing are ''. */
async function records(file: string): Promise<readonly (readonly string[])[]> {
  const { lines } = readSeparatedText(await readFile(join(folder, file), 'utf8'))
  const width = Math.max(...lines.flatMap((line) => [...line.cells.keys()])) + 1
  return lines.map(({ cells }) => Array.from({ length: width }, (_, column) => cells.get(column)?.text ?? ''))
}

describe('a messy workbook of 5,000 rows', () => {
  let file: MessyFile
  let first: Run

  beforeAll(async () => {
    file = await messyWorkbook()
    await writeFile(join(folder, 'register.xlsx'), file.bytes)
    first = await importFile('register.xlsx', FACILITY)
  }, MINUTES)

  it('[IM27] has each row imported, merged or rejected, as its maker decided', () => {
    expect(first.complained).toEqual([])
    expect(first.code).toBe(0)
    expect(file.rows).toHaveLength(ROWS)
    expect(figure(first.said, 'Baris dibaca')).toBe(ROWS)
    expect(counts(first.said)).toEqual(fates(file))
  })

  it('[IM20] has its blank lines, letterheads and headings counted apart', () => {
    const line = first.said.find((one) => one.startsWith('Tidak dihitung')) ?? ''
    const [blank, other] = [...line.matchAll(/\d+/g)].map(([number]) => Number(number))
    expect([blank, other]).toEqual([file.blankLines, file.otherLines])
    expect(first.said).toContain('Lembar Rekap: tidak ada baris judul yang dikenali; tidak dibaca')
    expect(first.said).toContain('Lembar Posyandu: kolom tidak dipakai: Agama')
  })

  it('[IM27] makes as many patients as rows were imported', async () => {
    const patients = await recordsOf<Patient>(`registry-${FACILITY}`, 'patient')
    expect(patients).toHaveLength(fates(file).imported)
    expect(new Set(patients.flatMap(({ nik }) => nik ?? [])).size).toBe(
      patients.filter(({ nik }) => nik !== null).length,
    )
  })

  it('[IM28] lists each rejected row with sheet, line, column and reason', async () => {
    const [header, ...lines] = await records('register-ditolak.csv')
    expect(header?.slice(0, 5)).toEqual(['lembar', 'baris', 'kolom', 'alasan', 'No'])
    expect(lines).toHaveLength(fates(file).rejected)
    for (const [sheet, line, , reason] of lines) {
      expect(['Register', 'Posyandu']).toContain(sheet)
      expect(Number(line)).toBeGreaterThan(2)
      expect(reason).not.toBe('')
    }
    expect(lines.find((line) => line.includes('Uji Tolak'))?.slice(0, 4)).toEqual([
      'Register',
      '23',
      'Tempat/Tgl Lahir',
      'tanggal lahir tidak ada di kalender (urutan hari-bulan-tahun)',
    ])
  })

  it('[IM27] says nothing of people in what it prints', () => {
    const printed = first.said.join('\n')
    expect(printed).not.toMatch(/\d{13,}/)
    expect(printed).not.toMatch(/eksponen|santoso|aminah/i)
  })

  describe('row by row', () => {
    let patients: readonly Patient[]
    const named = (name: string) => patients.filter((patient) => patient.name === name)
    const only = (name: string): Patient => {
      const [patient, ...others] = named(name)
      if (!patient || others.length > 0) throw new Error(`${String(named(name).length)} of ${name}`)
      return patient
    }

    beforeAll(async () => {
      patients = await recordsOf<Patient>(`registry-${FACILITY}`, 'patient')
    })

    it.each<[string, Partial<Patient>, string]>([
      ['Uji Eksponen', { nik: null, oldRm: 'U-01' }, 'its NIK was 3,57701E+15: imported without it'],
      ['Uji Apostrof', { nik: '3577013112850101' }, 'an apostrophe before the NIK'],
      [
        'Uji Umur',
        { birth: { on: '1992-10-31', precision: 'age', estimatedOn: READ_ON } as never },
        'an age instead of a day',
      ],
      ['Uji Serial', { birth: { on: '1985-12-31', precision: 'day' } as never }, 'a serial number'],
      ['Uji Bulan', { birth: { on: '1985-12-31', precision: 'day' } as never }, 'a month by its name'],
      [
        'Uji Tempat',
        { birthPlace: 'Madiun', birth: { on: '1985-12-31', precision: 'day' } as never },
        'place and day in one cell',
      ],
      [
        'Uji Nol',
        { jkn: '0001234567890', birth: { on: '1985-12-31', precision: 'day' } as never },
        'noughts of the JKN number; a date cell',
      ],
      ['Uji Tahun', { birth: { on: '1985-01-01', precision: 'year' } as never }, 'only the year'],
      ['Uji Ganda', { nik: '3577013112850109', phone: '081211112222' }, 'repeated with a phone'],
      ['Uji Lama', { oldRm: '00-1234', nik: '3577013112850112' }, 'repeated by its paper number'],
      ['Rafi Pinjaman', { nik: null, oldRm: 'U-15' }, 'somebody else’s NIK'],
      ['Uji Sebutan', { sex: 'P' }, 'Ny. tells the sex'],
    ])('[IM27] %s is %j: %s', (name, expected) => {
      expect(only(name)).toMatchObject(expected)
    })

    it('[IM2] a card merged down over a family makes one household, its children by age', async () => {
      const households = await recordsOf<Household>(`registry-${FACILITY}`, 'household')
      const home = households.find(({ kk }) => kk === '3577010101109901')
      expect(home?.headName).toBe('Uji Kepala')
      const members = ['Uji Kepala', 'Uji Anggota', 'Uji Sulung', 'Uji Bungsu'].map(only)
      expect(members.map(({ household }) => household)).toEqual(members.map(() => home?._id))
      expect(members.map(({ relation }) => relation)).toEqual(['00', '01', '02', '03'])
    })

    it('[IM26] last visit and chronic illness are evidence', async () => {
      const seen = await recordsOf<SeenBefore>(`visits-${FACILITY}-2026`, 'seen-before')
      expect(seen.find(({ patient }) => patient === only('Uji Kunjungan')._id)?.lastVisit).toBe('2026-10-05')
      const known = await recordsOf<KnownCondition>(`clinical-${FACILITY}-2026`, 'known-condition')
      const own = known.filter(({ patient }) => patient === only('Uji Kronis')._id)
      expect(own.map(({ category }) => category).sort()).toEqual(['E11', 'I10'])
      expect(new Set(own.map(({ since }) => since))).toEqual(new Set(['2025-12-31']))
    })

    it('[IM10] the row whose NIK was lost is named with the reason', async () => {
      const notes = await records('register-catatan.csv')
      expect(notes.find(([sheet, line]) => sheet === 'Register' && line === '8')).toEqual([
        'Register',
        '8',
        'NIK',
        'angka NIK sudah hilang di Excel (misalnya 3,57701E+15); diimpor tanpa NIK',
        '3,57701E+15',
      ])
    })
  })

  it(
    '[IM29] imported again changes no database, and finds everybody',
    async () => {
      const before = await sequences()
      const again = await importFile('register.xlsx', FACILITY)
      expect(await sequences()).toEqual(before)
      const { imported, merged, rejected } = fates(file)
      expect(counts(again.said)).toEqual({ imported: 0, merged: imported + merged, rejected })
      expect(again.said.find((line) => line.startsWith('Dokumen ditulis'))).toBe(
        'Dokumen ditulis: pasien 0, keluarga 0, kunjungan terdahulu 0, penyakit menahun 0',
      )
    },
    MINUTES,
  )

  it(
    '[IM28] the corrected file of rejected rows can be imported',
    async () => {
      const [header = [], ...lines] = await records('register-ditolak.csv')
      const corrections = new Map([
        ['Uji Tolak', { 'Tempat/Tgl Lahir': '31/12/1985' }],
        ['Uji Kosong', { 'L/P': 'P', 'Tempat/Tgl Lahir': 'Madiun, 1-2-1990' }],
      ])
      const corrected = lines.map((line) => {
        const correction: Readonly<Record<string, string>> =
          corrections.get(line[header.indexOf('Nama Pasien')] ?? '') ?? {}
        return line.map((cell, column) => correction[header[column] ?? ''] ?? cell)
      })
      const text = [header, ...corrected].map((line) => line.map((cell) => `"${cell}"`).join(';')).join('\n')
      await writeFile(join(folder, 'corrected.csv'), text)
      const { said } = await importFile('corrected.csv', FACILITY)
      expect(counts(said)).toEqual({ imported: 2, merged: 0, rejected: fates(file).rejected - 2 })
    },
    MINUTES,
  )
})

describe('a messy text file of 5,000 rows', () => {
  it(
    '[IM27] in Windows-1252 with semicolons comes to the same, and twice to nothing more',
    async () => {
      const file = messyCsv()
      await writeFile(join(folder, 'register.csv'), file.bytes)
      const first = await importFile('register.csv', OTHER_FACILITY)
      expect(first.complained).toEqual([])
      expect(figure(first.said, 'Baris dibaca')).toBe(ROWS)
      expect(counts(first.said)).toEqual(fates(file))
      const line = first.said.find((one) => one.startsWith('Tidak dihitung')) ?? ''
      expect([...line.matchAll(/\d+/g)].map(([number]) => Number(number))).toEqual([
        file.blankLines,
        file.otherLines,
      ])
      const before = await sequences()
      await importFile('register.csv', OTHER_FACILITY)
      expect(await sequences()).toEqual(before)
    },
    MINUTES,
  )
})

describe('asking wrongly', () => {
  it.each([
    [['patients'], 2, 'npm run hub -- import patients'],
    [['visits', 'x.csv', '--facility', FACILITY], 2, 'npm run hub'],
    [['patients', 'x.csv', '--facility', FACILITY, '--on', 'kemarin'], 2, 'npm run hub'],
    [['patients', '/nowhere/x.csv', '--facility', FACILITY], 1, 'tidak dapat dibaca'],
  ])('[IM4] %j ends with %i and says %s', async (args, code, words) => {
    const done = await run(...args)
    expect(done.code).toBe(code)
    expect(done.complained.join('\n')).toContain(words)
    expect(done.said).toEqual([])
  })

  it.each([
    ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), FACILITY, 'xlsx'],
    ['utf16.csv', Uint8Array.of(0xff, 0xfe, 0x4e, 0, 0x61, 0), FACILITY, 'CSV UTF-8'],
    ['other.csv', new TextEncoder().encode('Rekap;Jumlah\nPasien;12\n'), FACILITY, 'judul'],
    ['good.csv', new TextEncoder().encode('Nama;JK;Umur\nBudi;L;3\n'), '9999999', 'Puskesmas tidak ada'],
  ])('[IM4] %s is refused with one sentence', async (name, bytes, facility, words) => {
    await writeFile(join(folder, name), bytes)
    const done = await importFile(name, facility)
    expect(done.code).toBe(1)
    expect(done.complained).toHaveLength(1)
    expect(done.complained[0]).toContain(words)
  })
})
