import { plainWords } from '../values/cell-text.ts'

/** What a column of a register holds. `sexMale`, `ageFemale` …: the column is one of a pair, headed L and P. */
export type Field =
  | 'ordinal'
  | 'name'
  | 'nik'
  | 'jkn'
  | 'nikOrJkn'
  | 'kk'
  | 'oldRm'
  | 'birth'
  | 'birthPlace'
  | 'age'
  | 'ageMonths'
  | 'ageDays'
  | 'ageMale'
  | 'ageFemale'
  | 'sex'
  | 'sexMale'
  | 'sexFemale'
  | 'address'
  | 'rt'
  | 'rw'
  | 'rtRw'
  | 'village'
  | 'regency'
  | 'phone'
  | 'motherName'
  | 'headName'
  | 'relation'
  | 'lastVisit'
  | 'illness'

const NUMBER = '(no|nomor|nomer|nmr)?'
const BORN = '(lahir|lhr|kelahiran)'
const DAY = '(tgl|tanggal|tggl)'
const PLACE = '(tempat|tmpt|tmp|tpt)'
const MALE = '(l|lk|laki|laki laki|pria)'
const FEMALE = '(p|pr|perempuan|wanita)'
const SEX = '(jk|j k|l p|lp|sex|seks|gender|kelamin|jenis kelamin|jns kelamin|jns kel|jenis kel)'
const AGE = '(umur|usia)'
const CARD = '(bpjs|jkn|kis|askes|noka|jkn kis|bpjs kis|bpjs jkn|bpjs kesehatan|kis bpjs|kis jkn)'
const HEAD = '(kk|kep keluarga|kep kel|kepala keluarga|kepala kel|kepala rumah tangga|krt)'

/** In this order: the first that matches the whole heading, written with plain words, decides. */
const NAMES: readonly (readonly [field: Field, pattern: string])[] = [
  ['ordinal', '(no|nomor|nmr|no urut|nomor urut|no urt)'],
  ['nikOrJkn', `${NUMBER} ?(nik|ktp) (atau |dan )?${NUMBER} ?${CARD}`],
  ['nikOrJkn', `${NUMBER} ?${CARD} (atau |dan )?${NUMBER} ?(nik|ktp)`],
  [
    'nik',
    `${NUMBER} ?(nik|ktp|e ktp|ektp|nik ktp|ktp nik|nik e ktp|induk kependudukan|nik no ktp|no ktp nik|identitas)( pasien| peserta)?`,
  ],
  ['kk', `(no|nomor|nmr) ?(kk|kartu keluarga|kartu kel)|kk|kartu keluarga|no kk nama kk`],
  [
    'headName',
    `(nama |nm )${HEAD}|${HEAD} nama|(kepala keluarga|kepala rumah tangga|kep keluarga|kep kel|krt)`,
  ],
  [
    'jkn',
    `${NUMBER} ?(kartu |peserta |kepesertaan )?${CARD}( pasien| peserta)?|${NUMBER} ?(kartu peserta|jaminan|asuransi|kartu jaminan)|noka bpjs`,
  ],
  [
    'oldRm',
    `${NUMBER} ?(rm|r m|rekam medis|rekam medik|rekam medi[ks]|cm|c m|index|indeks|kartu index|kartu indeks|kartu berobat|folder|family folder|ff|kib|rm lama|index lama)( pasien| keluarga| lama)?`,
  ],
  ['motherName', '(nama |nm )?(ibu kandung|gadis ibu kandung)|(nama|nm) (ibu|orang tua|ortu|ibu ayah)'],
  [
    'name',
    '(nama|nm|nama lengkap|nama pasien|nama penderita|nama lengkap pasien|nama peserta|nama penduduk|nama anggota|nama anggota keluarga|nama jiwa|nama warga|nama px|pasien|nama pasien lengkap|identitas nama|nama kepala keluarga anggota keluarga)',
  ],
  [
    'birth',
    `ttl|${PLACE} (dan |& )?${DAY} ${BORN}|${PLACE} ${BORN} (dan )?${DAY}( ${BORN})?|${PLACE} ${DAY}|${DAY} ?${BORN}( pasien)?|tgllahir|${BORN}|dob|tempat ${BORN} ${DAY} ${BORN}`,
  ],
  ['birthPlace', `${PLACE} ${BORN}`],
  ['ageMale', `${AGE} ${MALE}`],
  ['ageFemale', `${AGE} ${FEMALE}`],
  ['ageMonths', `${AGE} (bln|bulan|bl)`],
  ['ageDays', `${AGE} (hr|hari)`],
  ['age', `${AGE}( th| thn| tahun| pasien)?`],
  ['sexMale', `(${SEX} )?${MALE}`],
  ['sexFemale', `(${SEX} )?${FEMALE}`],
  ['sex', SEX],
  ['rtRw', `(alamat )?(rt rw|rt dan rw)`],
  ['rt', '(alamat )?rt'],
  ['rw', '(alamat )?rw'],
  [
    'village',
    '(alamat )?(desa|ds|kelurahan|kel|desa kelurahan|kelurahan desa|desa kel|kel desa|ds kel|kalurahan|nama desa)',
  ],
  ['regency', '(alamat )?(kabupaten|kab|kota|kab kota|kabupaten kota)'],
  [
    'address',
    '(alamat|almt|alamat lengkap|alamat rumah|alamat domisili|alamat tinggal|alamat pasien|alamat sekarang|alamat ktp|tempat tinggal|jalan|jl|alamat jalan|dusun|dukuh|alamat dusun|alamat dukuh)',
  ],
  [
    'phone',
    `${NUMBER} ?(hp|telp|tlp|telepon|telpon|wa|whatsapp|handphone|hp wa|telp hp|telepon hp|hp telp|tlp hp|kontak)( pasien)?`,
  ],
  [
    'relation',
    '(hubungan|hub|shdk|hubungan keluarga|hub keluarga|hub kel|hubungan dengan kk|hub dengan kk|hub dgn kk|hubungan dalam keluarga|status dalam keluarga|status keluarga|status hubungan|status hubungan dalam keluarga|kedudukan dalam keluarga|hubungan dg kk|hubungan dengan kepala keluarga)',
  ],
  [
    'lastVisit',
    `(${DAY} )?(kunjungan|berobat|periksa|kontrol|kunj) (terakhir|terakir|akhir)|terakhir (berobat|kunjungan|periksa|kunj|datang)|${DAY} (kunjungan|kunj|berobat|periksa|pelayanan|daftar|registrasi)`,
  ],
  [
    'illness',
    '(riwayat|riwayat penyakit|penyakit|penyakit kronis|penyakit kronik|penyakit menahun|riwayat penyakit kronis|riwayat penyakit dahulu|rpd|diagnosa|diagnosis|diagnose|diagnosa penyakit|icd|icd 10|icd x|kode icd|kode diagnosa|kode penyakit|ptm)',
  ],
]

const PATTERNS = NAMES.map(([field, pattern]) => ({ field, pattern: new RegExp(`^(${pattern})$`) }))

function exactly(heading: string): Field | undefined {
  const words = plainWords(heading)
  return PATTERNS.find(({ pattern }) => pattern.test(words))?.field
}

/**
 * The field that a heading names in the usual Indonesian spellings (IM19). What stands in brackets may belong to the
 * name, `Umur (bln)`, or explain it, `NIK (16 digit)`.
 */
export function fieldNamed(heading: string): Field | undefined {
  return exactly(heading) ?? exactly(heading.replace(/\([^)]*\)?/g, ' '))
}
