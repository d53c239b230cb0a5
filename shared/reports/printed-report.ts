import { FORM_11_PRINTED } from './form-11/form-11-layout.ts'
import { poorCoverPrinted } from './poor-cover/poor-cover-layout.ts'
import type { PrintedTable } from './printed-table.ts'
import { punctualityPrinted } from './punctuality/punctuality-layout.ts'
import type { FormId, ReportContent } from './report-content.ts'
import { visitsPrinted } from './visits/visits-layout.ts'

/** The names of the forms as the Dinas knows them. */
export const FORM_TITLES: Readonly<Record<FormId, string>> = {
  'form-11': 'Formulir 11 - Kesakitan Umum',
  visits: 'Laporan Kunjungan',
  'poor-cover': 'Cakupan Jaminan Penduduk Miskin',
  punctuality: 'Kedisiplinan Pegawai',
}

/** Words of the figures that are no sums of cells. */
export const FIGURE_TITLES: Readonly<Record<string, string>> = {
  diagnosed: 'Kunjungan sakit yang sudah berdiagnosis',
  visitors: 'Pengunjung (orang per hari)',
  served: 'Kunjungan dilayani dari yang terdaftar',
  cover: 'Penduduk miskin yang tercakup',
  'household-cover': 'KK miskin yang semua anggotanya tercakup',
  'service-cover': 'Penduduk miskin yang dilayani bulan ini',
  staff: 'Pegawai dengan hari kerja',
  attendance: 'Kehadiran',
  'on-time': 'Tepat waktu',
  'working-days': 'Hari kerja',
  'minutes-late': 'Menit terlambat',
  'minutes-early': 'Menit pulang sebelum waktu',
  'missing-punches': 'Absen yang tidak tercatat',
}

/** How a report is printed, table by table. */
export function printedReport(content: Pick<ReportContent, 'form' | 'tables'>): readonly PrintedTable[] {
  const rowsOf = (id: string) => content.tables.find((table) => table.id === id)?.rows ?? []
  switch (content.form) {
    case 'form-11':
      return [FORM_11_PRINTED]
    case 'visits':
      return visitsPrinted(rowsOf('payer'), rowsOf('unit'))
    case 'poor-cover':
      return poorCoverPrinted(rowsOf('persons'))
    case 'punctuality':
      return punctualityPrinted(content.tables)
  }
}
