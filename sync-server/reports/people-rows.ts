import type { Ratio, PunctualityMonth, AbsenceYear } from '../../shared/attendance/punctuality-month.ts'
import type { Report } from '../../shared/documents/report.ts'
import { SETTINGS } from '../../shared/documents/setting.ts'
import type { ReportLists } from '../../shared/reports/report-content.ts'
import type { FactWords } from './describe-facts.ts'

/** A row of the punctuality report as the clinic keeps it. */
type PersonRow = PunctualityMonth & { readonly practitioner: string; readonly year: AbsenceYear }

/** Codes of the district's brackets in force in the month, in rising order. */
export function bracketCodes({ settings }: Pick<Report, 'settings'>): readonly string[] {
  const used = settings.filter(({ key }) => key === 'lateness-brackets')
  const brackets = used.flatMap(({ value }) => SETTINGS['lateness-brackets'].value.parse(value))
  return [...new Set(brackets.map(({ code }) => code))]
}

/** Columns of the monthly recap (`domain.md` 4.6), as far as records give them. */
export const peopleHeadings = (codes: readonly string[]): readonly string[] => [
  'Nama',
  'Hari kerja',
  'Hadir',
  'TL hari',
  'TL menit',
  ...codes.map((code) => `TL${code}`),
  'PSW hari',
  'PSW menit',
  ...codes.map((code) => `PSW${code}`),
  'Absen tidak tercatat',
  'I',
  'S',
  'C',
  'DL',
  'TB',
  'TK',
  '% kehadiran',
  '% tepat waktu',
  'TK tahun ini',
  'Hari dari menit',
  'Ambang PP 94/2021',
]

function percent({ numerator, denominator }: Ratio): string {
  return denominator === 0 ? '-' : ((numerator / denominator) * 100).toFixed(1).replace('.', ',')
}

function cellsOf(row: PersonRow, codes: readonly string[]): readonly (string | number)[] {
  const { late, early, leave, year } = row
  return [
    row.workingDays,
    row.present,
    late.days,
    late.minutes,
    ...codes.map((code) => late.brackets[code] ?? 0),
    early.days,
    early.minutes,
    ...codes.map((code) => early.brackets[code] ?? 0),
    late.missing + early.missing,
    leave.I,
    leave.S,
    leave.C,
    leave.DL,
    leave.TB,
    row.absent,
    percent(row.attendance),
    percent(row.onTime),
    year.daysAbsent,
    year.daysFromMinutes,
    year.flag ?? '',
  ]
}

export function peopleOf(lists: ReportLists): readonly PersonRow[] {
  return lists.people as unknown as readonly PersonRow[]
}

/** The monthly recap, one row a person. */
export function peopleRows(
  people: readonly PersonRow[],
  codes: readonly string[],
  wordsOf: (id: string) => FactWords,
): readonly (readonly string[])[] {
  return people.map((row) => [wordsOf(row.practitioner).name, ...cellsOf(row, codes).map(String)])
}
