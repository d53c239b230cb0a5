import type { DifferingField } from './persons/fill-entry.ts'
import type { FileProblem } from './spreadsheet/sheet.ts'
import type { Note, NoteKind, RejectKind } from './rows/entry.ts'

/** Why a file is not imported at all. */
export type ImportProblem = FileProblem | 'no-table' | 'facility-unknown' | 'hub-refused' | 'hub-busy'

/** Sentences for the person at the terminal: Indonesian, then English. */
export const IMPORT_PROBLEMS: Readonly<Record<ImportProblem, string>> = {
  'file-empty': 'Berkas kosong. / The file is empty.',
  'file-too-large':
    'Berkas terlalu besar; bagi menjadi beberapa berkas. / The file is too large; cut it into several.',
  'file-old-excel':
    'Ini format Excel lama (.xls) atau berkas berkata sandi. Simpan ulang sebagai Excel Workbook (.xlsx) tanpa kata sandi. / This is the old Excel format or an encrypted file. Save it as Excel Workbook (.xlsx) without a password.',
  'file-utf16':
    'Berkas teks ini memakai UTF-16 ("Unicode Text"). Simpan ulang sebagai "CSV UTF-8". / This text file is UTF-16. Save it as "CSV UTF-8".',
  'file-web-page':
    'Ini halaman web yang diberi nama seperti berkas Excel. Buka di Excel lalu simpan sebagai .xlsx. / This is a web page with the name of a spreadsheet. Open it and save it as .xlsx.',
  'file-not-a-table':
    'Berkas bukan tabel: yang diterima hanya .xlsx dan CSV. / Not a table: only .xlsx and CSV are read.',
  'file-damaged': 'Berkas rusak atau tidak lengkap. / The file is damaged or incomplete.',
  'file-too-many-lines':
    'Baris terlalu banyak; bagi menjadi beberapa berkas. / Too many lines; cut the file into several.',
  'file-too-many-cells': 'Isi terlalu banyak untuk satu berkas. / Too many cells for one file.',
  'file-too-many-merges': 'Sel gabungan terlalu banyak. / Too many merged cells.',
  'no-table':
    'Tidak ada baris judul yang dikenali: perlu kolom Nama dan paling sedikit satu kolom lain, misalnya NIK atau Tgl Lahir. / No header was recognised: a column "Nama" and at least one other are needed.',
  'facility-unknown': 'Puskesmas tidak ada. / There is no such clinic.',
  'hub-refused': 'Hub menolak sebagian dokumen. / The hub refused some documents.',
  'hub-busy':
    'Data terus diubah selama impor; jalankan lagi. / The data kept changing during the import; run it again.',
}

/** Why a row is not imported, for the clerk. */
export const REJECT_REASONS: Readonly<Record<RejectKind, string>> = {
  'name-missing': 'nama kosong',
  'name-too-long': 'nama lebih dari 120 huruf',
  'sex-missing': 'jenis kelamin kosong',
  'sex-unreadable': 'jenis kelamin tidak terbaca (tulis L atau P)',
  'birth-missing': 'tanggal lahir dan umur kosong',
  'birth-unreadable': 'tanggal lahir tidak terbaca (tulis misalnya 31-12-1985)',
  'birth-impossible': 'tanggal lahir tidak ada di kalender (urutan hari-bulan-tahun)',
  'birth-in-future': 'tanggal lahir di masa depan',
  'birth-too-long-ago': 'tanggal lahir lebih dari 130 tahun lalu',
  'not-valid': 'data tidak memenuhi aturan',
}

export const FIELD_NAMES: Readonly<Record<DifferingField, string>> = {
  name: 'Nama',
  sex: 'Jenis kelamin',
  birth: 'Tanggal lahir',
  nik: 'NIK',
  jkn: 'No. JKN',
  kk: 'No. KK',
  oldRm: 'No. RM lama',
  address: 'Alamat',
  phone: 'No. HP',
}

const NO_NIK = 'diimpor tanpa NIK'

/** What was noted, by kind, as the summary says it. */
export const NOTE_KINDS: Readonly<Record<NoteKind, string>> = {
  'nik-digits-lost': `angka NIK sudah hilang di Excel (misalnya 3,57701E+15); ${NO_NIK}`,
  'nik-not-16-digits': `NIK bukan 16 angka; ${NO_NIK}`,
  'nik-day-wrong': `tanggal dalam NIK salah; ${NO_NIK}`,
  'nik-month-wrong': `bulan dalam NIK salah; ${NO_NIK}`,
  'nik-date-impossible': `tanggal dalam NIK tidak ada di kalender; ${NO_NIK}`,
  'nik-serial-zero': `nomor urut NIK 0000; ${NO_NIK}`,
  'nik-filler': `NIK hanya angka pengisi; ${NO_NIK}`,
  'nik-birth-differs': 'tanggal lahir berbeda dengan NIK; yang tertulis dipakai',
  'nik-sex-differs': 'jenis kelamin berbeda dengan NIK; yang tertulis dipakai',
  'nik-region-unknown': 'kode wilayah NIK tidak dikenal',
  'nik-of-another': `NIK sudah dipakai orang lain dengan tanggal lahir lain, dan nama atau jenis kelamin lain; ${NO_NIK}`,
  'neither-nik-nor-jkn': 'bukan NIK (16 angka) dan bukan No. JKN (13 angka); tidak dipakai',
  'jkn-digits-lost': 'angka No. JKN sudah hilang di Excel; diimpor tanpa No. JKN',
  'jkn-zeros-restored': 'angka nol di depan No. JKN dikembalikan',
  'jkn-not-valid': 'No. JKN bukan 13 angka; diimpor tanpa No. JKN',
  'kk-digits-lost': 'angka No. KK sudah hilang di Excel; diimpor tanpa No. KK',
  'kk-not-valid': 'No. KK bukan 16 angka; diimpor tanpa No. KK',
  'birth-unreadable': 'tanggal lahir tidak terbaca; diambil dari umur atau NIK',
  'birth-from-age': 'tanggal lahir diperkirakan dari umur',
  'birth-from-nik': 'tanggal lahir diambil dari NIK',
  'birth-short-year': 'tahun lahir hanya dua angka',
  'sex-unreadable': 'jenis kelamin tidak terbaca; diambil dari sebutan atau NIK',
  'sex-from-name': 'jenis kelamin diambil dari sebutan (Tn., Ny.)',
  'sex-from-nik': 'jenis kelamin diambil dari NIK',
  'village-unknown': 'desa/kelurahan tidak dikenal; ditulis di alamat',
  'rt-rw-unreadable': 'RT/RW tidak terbaca',
  'phone-unreadable': 'nomor telepon tidak terbaca',
  'relation-unknown': 'hubungan keluarga tidak dikenal',
  'last-visit-unreadable': 'tanggal kunjungan terakhir tidak terbaca',
  'last-visit-impossible': 'kunjungan terakhir sebelum lahir atau di masa depan',
  'illness-unknown': 'penyakit tidak dikenal',
  'illness-passing': 'penyakit tidak menahun; tidak disimpan',
  'formula-fault': 'isi sel adalah kesalahan rumus (#N/A, #REF!)',
  'text-cut': 'teks terlalu panjang; dipotong',
  'head-name-assumed': 'nama kepala keluarga tidak tertulis; dipakai nama anggota pertama',
  'household-unclear': 'keluarga tidak jelas: tidak ada No. KK dan alamat',
  'merged-with-row': 'digabung dengan baris sebelumnya',
  'merged-with-hub': 'digabung dengan pasien yang sudah ada',
  'field-differs': 'isi berbeda; yang lebih dulu dipakai',
  'maybe-same': 'mungkin orang yang sama dengan baris lain; tetap terpisah',
  'withdrawn-in-hub': 'pasien ini sudah ditarik di hub atau tidak terbaca; tidak diubah',
}

/** Kinds that the counts of the summary already tell. */
export const COUNTED_KINDS: ReadonlySet<NoteKind> = new Set<NoteKind>(['merged-with-row', 'merged-with-hub'])

/** The column that a note is about, in a clerk's words. */
export function noteColumn(note: Note): string {
  return note.kind === 'field-differs' ? FIELD_NAMES[note.column as DifferingField] : note.column
}

/** A note in a sentence, with the row or word that it is about. */
export function noteText(note: Note): string {
  const about = note.detail === undefined || note.detail === '' ? '' : ` (${note.detail})`
  return `${NOTE_KINDS[note.kind]}${about}`
}
