import { dayAt, timeAt, type Zone } from '../../shared/calendar/instant.ts'
import type { Month } from '../../shared/calendar/month.ts'
import type { Facility } from '../../shared/documents/facility.ts'
import type { Report } from '../../shared/documents/report.ts'
import { FIGURE_TITLES, FORM_TITLES } from '../../shared/reports/printed-report.ts'
import { PLACE_TITLES, reasonTitle, tableTitle } from '../../shared/reports/reason-titles.ts'
import type { CsvCell } from './csv.ts'

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

export function monthName(period: Month): string {
  return MONTHS[Number(period.slice(5, 7)) - 1] ?? period
}

/** `2026-10-05` as `5 Oktober 2026`. */
export function longDay(day: string): string {
  return `${String(Number(day.slice(8, 10)))} ${monthName(day.slice(0, 7) as Month)} ${day.slice(0, 4)}`
}

function longMoment(report: Pick<Report, 'computedAt'>, zone: Zone): string {
  const { computedAt } = report
  return `${longDay(dayAt(computedAt, zone))} ${timeAt(computedAt, zone)} ${zone}`
}

/** Whether nothing at all was counted: still a report, stamped NIHIL (`domain.md` 5.9). */
export function isNil(report: Pick<Report, 'tables'>): boolean {
  return report.tables.every(({ proof }) => proof.counted === 0)
}

/** Which report this is and what it rests on, line by line. */
export function provenance(
  report: Report,
  facility: Facility,
): readonly (readonly [label: string, value: string])[] {
  const arrived = report.arrivedAt === null ? 'belum' : longDay(dayAt(report.arrivedAt, facility.zone))
  return [
    ['Laporan', FORM_TITLES[report.form]],
    ['Puskesmas', facility.name],
    ['Kode', facility.code],
    ['Bulan', `${monthName(report.period)} ${report.period.slice(0, 4)}`],
    ['Revisi', String(report.revision)],
    ['Status', report.provisional ? 'Sementara (bulan belum berakhir)' : 'Bulan sudah berakhir'],
    ['Diterima pertama', arrived],
    ['Dihitung', longMoment(report, facility.zone)],
    ['Sidik isi', report.hash.slice(0, 16)],
    ...(isNil(report) ? [['Isi', 'NIHIL'] as const] : []),
  ]
}

/** The figures that are no sums of cells; a share with its parts. */
export function figureRows(report: Report): readonly (readonly CsvCell[])[] {
  return report.figures.map(({ id, numerator, denominator }) => {
    const title = FIGURE_TITLES[id] ?? id
    if (denominator === null) return [title, numerator]
    const percent = denominator === 0 ? null : Math.round((numerator / denominator) * 1000) / 10
    return [title, percent, `${String(numerator)} dari ${String(denominator)}`]
  })
}

function reasonRows(
  place: string,
  counts: Readonly<Record<string, number>>,
): readonly (readonly CsvCell[])[] {
  return Object.entries(counts).map(([reason, count]) => ['', `${place}: ${reasonTitle(reason)}`, count])
}

/** Every table's proof: read = counted + folded + excluded + tray, each by its reason. */
export function proofRows(report: Report): readonly (readonly CsvCell[])[] {
  const counts = report.tables.flatMap(({ id, proof }): readonly (readonly CsvCell[])[] => [
    [tableTitle(id), 'Dibaca', proof.read],
    ['', PLACE_TITLES.counted, proof.counted],
    ['', PLACE_TITLES.folded, proof.folded],
    ...reasonRows(PLACE_TITLES.excluded, proof.excluded),
    ...reasonRows(PLACE_TITLES.tray, proof.tray),
  ])
  const { flags, disputed, overrides } = report
  return [
    ...counts,
    [
      '',
      'Tanda baru yang tidak bersandar pada riwayat',
      `${String(flags.withoutHistory)} dari ${String(flags.baru)}`,
    ],
    ['', 'Fakta dengan isi yang diperselisihkan', disputed],
    [
      '',
      'Kasus yang ditetapkan tenaga medis, dan yang lain dari aturan',
      `${String(overrides.made)}, ${String(overrides.differing)}`,
    ],
    ...report.desks.map(({ device, lastRecordAt, recordsInMonth }): readonly CsvCell[] => [
      device,
      `Data terakhir ${lastRecordAt}`,
      recordsInMonth,
    ]),
  ]
}
