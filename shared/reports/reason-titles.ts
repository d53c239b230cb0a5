/**
 * Words for the reasons and places of a proof, in Indonesian as the clinics use them: one table for files and screens.
 * A reason without words is shown by its code.
 */
export const REASON_TITLES: Readonly<Record<string, string>> = {
  // Any fact
  malformed: 'Datanya rusak, tidak dapat dibaca',
  'newer-than-this-app': 'Dibuat versi program yang lebih baru',
  // Diagnoses and visits
  'entered-in-error': 'Diagnosis salah entri',
  'visit-only-registered': 'Baru terdaftar, belum dilayani',
  'visit-cancelled': 'Kunjungan dibatalkan',
  'visit-entered-in-error': 'Kunjungan salah entri',
  'visit-sehat': 'Kunjungan sehat',
  'visit-missing': 'Kunjungannya belum ada',
  'visit-state-disputed': 'Keadaan kunjungan berbeda antar komputer',
  'outside-building': 'Kunjungan luar gedung',
  'z-code': 'Kode Z (bukan penyakit)',
  'not-on-form': 'Di luar Formulir 11',
  'diagnosis-disputed': 'Diagnosis berbeda antar komputer',
  'another-patient': 'Pasien diagnosis lain dari pasien kunjungan',
  'patient-missing': 'Pasiennya tidak ada',
  'patient-entered-in-error': 'Pasien salah entri',
  'person-disputed': 'Jenis kelamin atau tanggal lahir berbeda antar komputer',
  'birth-after-visit': 'Tanggal lahir sesudah kunjungan',
  'payer-not-listed': 'Cara bayar tidak ada di daftar',
  'unit-not-listed': 'Unit tidak ada di daftar',
  // Cover of the poor
  'household-missing': 'Keluarganya tidak ada',
  'household-entered-in-error': 'Keluarga salah entri',
  'not-poor': 'Tidak miskin pada hari itu',
  deceased: 'Sudah meninggal',
  'not-born-yet': 'Belum lahir pada hari itu',
  'outside-area': 'Di luar wilayah kerja',
  'residence-unknown': 'Tempat tinggal belum diketahui',
  // Staff
  OFF: 'Hari bebas',
  L: 'Hari libur',
  'not-employed': 'Di luar masa kerja',
  'before-go-live': 'Sebelum sistem dipakai',
  'not-over': 'Hari belum lewat',
  'staff-unknown': 'Pegawai tidak dikenal',
  'another-month': 'Milik bulan lain',
  'day-OFF': 'Absen pada hari bebas',
  'day-L': 'Absen pada hari libur',
  'day-C': 'Absen pada hari cuti',
  'day-S': 'Absen pada hari sakit',
  'day-I': 'Absen pada hari izin',
  'day-TB': 'Absen pada hari tugas belajar',
  'day-DL': 'Absen pada hari dinas luar',
  'day-not-employed': 'Absen di luar masa kerja',
  'day-before-go-live': 'Absen sebelum sistem dipakai',
  'day-not-over': 'Absen pada hari yang belum lewat',
}

/** The four places of a proof. */
export const PLACE_TITLES = {
  counted: 'Dihitung',
  folded: 'Digabung (kunjungan dan baris yang sama)',
  excluded: 'Dikeluarkan menurut aturan',
  tray: 'Perlu diperiksa',
} as const

export function reasonTitle(reason: string): string {
  return REASON_TITLES[reason] ?? reason
}

/** What the tables of the reports count, by their ids. */
export const TABLE_TITLES: Readonly<Record<string, string>> = {
  cases: 'Kasus',
  payer: 'Kunjungan menurut cara bayar',
  unit: 'Kunjungan menurut unit',
  persons: 'Penduduk miskin',
  families: 'Keluarga miskin',
  days: 'Hari pegawai',
  late: 'Keterlambatan',
  early: 'Pulang sebelum waktu',
  punches: 'Absen',
}

export function tableTitle(table: string): string {
  return TABLE_TITLES[table] ?? table
}
