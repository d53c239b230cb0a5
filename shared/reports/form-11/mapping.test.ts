import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ICD10 } from '../../codes/icd10.ts'
import { clashesIn, FORM_11_MAPPING, Form11Mapping, type MappingRule, rowFinder, rowFor } from './mapping.ts'
import { FORM_11_ROWS } from './rows.ts'

const WOMAN = { ageYears: 30, sex: 'P' } as const
const MAN = { ageYears: 30, sex: 'L' } as const
const ages = [0, 1, 14, 15, 17, 18, 60, 101]
const everybody = ages.flatMap((ageYears) => [
  { ageYears, sex: 'L' as const },
  { ageYears, sex: 'P' as const },
])

/** Codes printed on the form that belong to another disease or to another row, and the row they reach instead. */
const PRINTED_FOR_ANOTHER: Readonly<Record<string, string | null>> = {
  'B3 D55': null, // anaemia from enzyme disorders
  'B4 B70': null, // diphyllobothriasis
  'D7 H40.2': 'D6',
  'G1 M53.3': null, // sacrococcygeal disorders
  'G3 S52.9': 'G4', // without a fifth character it is closed
  'G8 M53.3': null,
  'K6 L20.8': 'K3', // atopic dermatitis
  'K14 L27.0': 'K13',
  'M7 N03': null, // chronic nephritic syndrome
  'N8 O80.9': null, // a delivery
  'O1 N98.9': null, // complication of artificial fertilisation
}

/** The codes in the text that the form prints: `H.54` is H54, `O9212` is O92.12, `F10#` is F10. */
function printedCodes(text: string): readonly string[] {
  const plain = text.replaceAll('.', '').replace('F80-90#', 'F80 F90').replaceAll('#', '')
  return plain.split(' ').map((code) => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code))
}

describe('a code finds its row', () => {
  it.each<[string, string | null, string]>([
    ['E11', 'L2', 'the category itself'],
    ['E11.9', 'L2', 'below the category'],
    ['K29.70', 'C9', 'below a four-character code'],
    ['C93.1', 'B3', 'inside a range'],
    ['C91', 'B3', 'first of a range'],
    ['C95.9', 'B3', 'last of a range'],
    ['C96.9', null, 'after a range'],
    ['J18.0', 'J17a', 'the longer code wins over the range'],
    ['J18.9', 'J17b', 'the range takes the rest'],
    ['L10.4', null, 'shares letters with L1 only'],
    ['E1', null, 'less than a category'],
    ['', null, 'nothing'],
  ])('[F11-M1] %s -> %s (%s)', (code, row) => {
    expect(rowFor(code, WOMAN)).toBe(row)
  })

  it('[F11-M2] no code of the list is claimed by two rules of equal length for one person', () => {
    const alone = FORM_11_MAPPING.rules.map((rule) => ({ rule, find: rowFinder([{ ...rule, row: 'A1' }]) }))
    const lengthOf = (code: string, person: (typeof everybody)[number], rule: MappingRule) => {
      const matched = [6, 5, 3].find(
        (length) => rowFinder([onlyOfLength(rule, length)])(code, person) !== null,
      )
      return matched ?? 0
    }
    for (const { code } of ICD10) {
      for (const person of everybody) {
        const claims = alone.filter(({ find }) => find(code, person) !== null)
        const lengths = claims.map(({ rule }) => lengthOf(code, person, rule))
        expect(new Set(lengths).size, `${code} at ${person.ageYears}`).toBe(lengths.length)
      }
    }
  })

  it('[F11-M2] a mapping whose rules clash is refused', () => {
    const rules: MappingRule[] = [
      { row: 'J4', codes: ['J20'], age: { belowYears: 15 } },
      { row: 'J5', ranges: ['J19-J21'], age: { fromYears: 15 } },
    ]
    const version = { form: 'form-11', version: 2, from: '2026-01-01' }
    expect(clashesIn(rules)).toEqual([])
    expect(Form11Mapping.safeParse({ ...version, rules }).success).toBe(true)
    const clashing = [...rules, { row: 'J8', codes: ['J20'], sex: 'P' }]
    expect(Form11Mapping.safeParse({ ...version, rules: clashing }).success).toBe(false)
    expect(Form11Mapping.safeParse({ ...version, rules: [{ row: 'A3', codes: ['A91'] }] }).success).toBe(
      false,
    )
    expect(Form11Mapping.safeParse({ ...version, rules: [{ row: 'A99', codes: ['A91'] }] }).success).toBe(
      false,
    )
    expect(Form11Mapping.safeParse({ ...version, rules: [{ row: null, codes: ['A91'] }] }).success).toBe(
      false,
    )
  })

  it('[F11-M2] clashes are found for people, not only for codes', () => {
    const man: MappingRule = { row: 'O3', codes: ['A59.0'], sex: 'L' }
    const woman: MappingRule = { row: 'O4', codes: ['A59.0'], sex: 'P' }
    const child: MappingRule = { row: 'O5', codes: ['A59.0'], age: { belowYears: 10 } }
    expect(clashesIn([man, woman])).toEqual([])
    expect(clashesIn([man, woman, child])).toEqual([{ code: 'A590', rows: ['O3', 'O4', 'O5'] }])
  })

  it('[F11-M3] every row but the headings is reached by a code of the list', () => {
    const reached = new Set(ICD10.flatMap(({ code }) => everybody.map((person) => rowFor(code, person))))
    const expected = FORM_11_ROWS.filter(({ heading }) => !heading).map(({ id }) => id)
    expect(expected.filter((id) => !reached.has(id))).toEqual([])
    expect([...reached].filter((id) => id !== null && !expected.includes(id))).toEqual([])
  })

  it('[F11-M4] a code as the form prints it goes to the row that prints it, with known exceptions', () => {
    const strays: Record<string, string | null> = {}
    for (const { id, printedIcd } of FORM_11_ROWS.filter(({ heading }) => !heading)) {
      for (const code of printedCodes(printedIcd)) {
        const row = rowFor(code, { ...WOMAN, ageYears: id === 'J4' ? 10 : 30 })
        if (row !== id) strays[`${id} ${code}`] = row
      }
    }
    expect(strays).toEqual(PRINTED_FOR_ANOTHER)
  })

  it.each([
    ['C92.0', 'B3'],
    ['L04.9', 'B4'],
    ['I88.9', 'B4'],
    ['M06.9', 'G1'],
    ['C40.2', 'G7'],
    ['C41.9', 'G7'],
    ['M35.3', 'G8'],
    ['L30.0', 'K6'],
    ['N18.9', 'M7'],
    ['N89.8', 'O1'],
    ['H11.3', 'D18'],
    ['B37.0', 'A6'],
  ])('[F11-M4] the right code reaches the row as well: %s -> %s', (code, row) => {
    expect(rowFor(code, WOMAN)).toBe(row)
  })

  it('[F11-M5] of the Z codes only two categories are counted', () => {
    const categories = Array.from({ length: 100 }, (_, at) => `Z${String(at).padStart(2, '0')}`)
    expect(categories.filter((code) => rowFor(`${code}.9`, WOMAN) !== null)).toEqual(['Z21', 'Z34'])
  })

  it.each([
    'J06.9',
    'K30',
    'R50.9',
    'R51',
    'M79.1',
    'D64.9',
    'E14.9',
    'K37',
    'L30.9',
    'L08.9',
    'B19.9',
    'T78.4',
  ])('[F11-M6] %s says less than any row', (code) => {
    expect(everybody.map((person) => rowFor(code, person))).toEqual(everybody.map(() => null))
  })

  it('is the same whatever rules stand after one another', () => {
    const codes = fc.constantFrom(...ICD10.map(({ code }) => code))
    const order = fc.shuffledSubarray([...FORM_11_MAPPING.rules], { minLength: FORM_11_MAPPING.rules.length })
    const check = fc.property(order, codes, fc.constantFrom(...everybody), (rules, code, person) => {
      expect(rowFinder(rules)(code, person)).toBe(rowFor(code, person))
    })
    fc.assert(check, { numRuns: 200 })
  })
})

/** The part of a rule whose codes have that many characters with the point; ranges count as three. */
function onlyOfLength(rule: MappingRule, length: number): MappingRule {
  const codes = (rule.codes ?? []).filter((code) => code.length === length)
  return { ...rule, row: 'A1', codes, ranges: length === 3 ? (rule.ranges ?? []) : [] }
}

describe('rows that need more than a printed code', () => {
  it.each([
    ['[F11-M7]', 'J20.9', 14, 'J4'],
    ['[F11-M7]', 'J20.9', 15, 'J5'],
    ['[F11-M7]', 'J40', 14, 'J4'],
    ['[F11-M7]', 'J40', 15, 'J5'],
    ['[F11-M7]', 'J42', 15, null],
    ['[F11-M19]', 'H26.9', 18, 'D12'],
    ['[F11-M19]', 'H26.9', 17, null],
    ['[F11-M19]', 'Q12.0', 0, 'D11'],
    ['[F11-M27]', 'P21.9', 0, 'J2'],
    ['[F11-M27]', 'P23.9', 0, 'J17b'],
    ['[F11-M27]', 'P39.1', 0, 'D13b'],
    ['[F11-M27]', 'P70.4', 0, 'L5'],
  ])('%s %s at %i years -> %s', (_rule, code, ageYears, row) => {
    expect(rowFor(code, { ageYears, sex: 'L' })).toBe(row)
  })

  it('[F11-M18] trichomonas is vaginitis in women only', () => {
    expect(rowFor('A59.0', WOMAN)).toBe('O4')
    expect(rowFor('A59.0', MAN)).toBeNull()
    expect(rowFor('B37.3', WOMAN)).toBe('O4')
    expect(rowFor('A60.0', MAN)).toBe('K16')
  })

  it.each([
    [
      '[F11-M8]',
      { 'S52.90': 'G4', 'S52.91': 'G3', 'S52.9': 'G4', S52: 'G4', 'S72.01': 'G3', 'S72.00': 'G4' },
    ],
    [
      '[F11-M8]',
      { 'T14.20': 'G4', 'T14.21': 'G3', 'T08.1': 'G3', T12: 'G4', 'S02.20': 'G4', 'S02.51': null },
    ],
    ['[F11-M9]', { 'H40.2': 'D6', 'H40.1': 'D7', 'H40.9': 'D7', 'H40.0': null }],
    ['[F11-M10]', { 'L27.0': 'K13', 'L27.1': 'K14', 'L27.2': 'A1', 'L27.9': null }],
    ['[F11-M11]', { 'B76.0': 'C1', 'B76.1': 'C1', 'B76.9': 'K2' }],
    ['[F11-M12]', { 'A15.0': 'A15', 'A16.2': 'A15', 'A19.9': 'A15', 'A15.6': 'A14', 'A16.5': 'A14' }],
    ['[F11-M12]', { 'A17.0': 'A14', 'A18.2': 'A14', 'A18.4': 'K31' }],
    ['[F11-M13]', { 'B20.0': 'A16', B24: 'B2', Z21: 'B2', 'B20.9': null, 'B23.8': null }],
    ['[F11-M14]', { A90: 'A3b', A91: 'A3a', 'A97.0': 'A3b', 'A97.1': 'A3a', 'A97.2': 'A3a', 'A97.9': 'A3b' }],
    ['[F11-M15]', { 'A01.0': 'C7', 'A01.1': 'C7', 'A03.9': 'C8', 'A06.0': 'C8', 'A06.4': null }],
    [
      '[F11-M15]',
      { 'A00.9': 'C10', 'A07.1': 'C10', A09: 'C10', 'A09.0': 'C10', 'K52.9': 'C10', 'K52.0': null },
    ],
    [
      '[F11-M16]',
      { 'B15.9': 'C13', 'B16.9': 'C14', 'B18.1': 'C14', 'B17.1': 'C15', 'B18.2': 'C15', 'B19.9': null },
    ],
    ['[F11-M17]', { 'B35.9': 'K10', 'B35.5': 'K10', 'B35.0': 'K10a', 'B35.4': 'K10b', 'B35.1': 'K10f' }],
    [
      '[F11-M20]',
      { 'H65.0': 'E4', 'H66.0': 'E4', 'H66.9': 'E4', 'H66.3': 'E5', 'H66.4': 'E5', 'H65.3': null },
    ],
    ['[F11-M21]', { 'H90.5': 'E9', 'Q16.9': 'E9', 'H90.3': null, 'H83.3': 'E8', 'H83.0': null }],
    [
      '[F11-M22]',
      { 'H02.0': 'D24', 'H02.4': null, 'L98.4': 'K32', 'L98.9': null, 'T26.6': 'D23', 'T26.1': null },
    ],
    [
      '[F11-M22]',
      { 'Q66.0': 'G10', 'Q66.5': null, 'K12.0': 'C28', 'K12.2': null, 'C74.0': null, 'G45.4': null },
    ],
    [
      '[F11-M23]',
      { 'K64.0': 'C12', 'K64.1': 'C12', 'K64.9': 'C12', 'I84.9': 'C12', 'K64.2': null, 'K64.3': null },
    ],
    ['[F11-M24]', { 'I11.0': 'F3', 'I13.2': 'F3', 'I50.9': 'F3', I10: 'F4', 'I11.9': null }],
    [
      '[F11-M25]',
      { 'E10.9': 'L1', 'E11.9': 'L2', 'E11.0': 'L3', 'E14.0': 'L3', 'E10.0': 'L1', 'R73.9': 'L3' },
    ],
    ['[F11-M26]', { 'F41.2': 'I3', 'F41.9': 'I2', 'F40.9': 'I2' }],
    [
      '[F11-M28]',
      { 'T30.2': 'K20', 'T24.1': 'K20', 'T20.0': 'K20', 'T24.3': null, 'T30.3': null, 'T21.7': null },
    ],
    ['[F11-M29]', { 'S61.0': 'G11', 'T14.1': 'G11', 'S01.1': 'D14', 'T14.0': null, 'S80.9': null }],
    [
      '[F11-M30]',
      { 'O03.4': 'N1a', 'O06.0': 'N1a', 'O03.9': 'N1b', 'O05.5': 'N1b', O06: 'N1b', 'O20.0': null },
    ],
    ['[F11-M31]', { 'Z34.9': 'N8', 'Z34.0': 'N8', 'Z35.9': null, 'O80.9': null }],
    ['[F11-M32]', { 'C50.9': 'N15', D24: 'N15', 'D48.6': 'N15', N63: 'N15', 'N60.1': null }],
    ['[F11-M33]', { 'H54.0': null, 'H54.4': null, 'H54.2': 'D15', 'R19.7': null, 'S02.50': null }],
  ])('%s %o', (_rule, rows) => {
    const found = Object.fromEntries(Object.keys(rows).map((code) => [code, rowFor(code, WOMAN)]))
    expect(found).toEqual(rows)
  })
})
