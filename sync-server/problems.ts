/** A refusal as the gateway words it: the status, and one sentence in each language of the screens. */
export type Problem = { readonly status: number; readonly title: string; readonly titleEn: string }

function problem(status: number, title: string, titleEn: string): Problem {
  return { status, title, titleEn }
}

/** Why a pushed document or a parcel is refused. The reason sent is `<code>: <field>: <fault>`. */
export const DOCUMENT_PROBLEMS = {
  'not-valid': problem(403, 'Isi dokumen tidak sah.', 'The document is not valid.'),
  'newer-than-this-hub': problem(
    403,
    'Dokumen dibuat oleh versi aplikasi yang lebih baru dari server ini.',
    'The document was made by a newer release than this hub.',
  ),
  'type-unknown': problem(403, 'Jenis dokumen tidak dikenal.', 'The type of the document is not known.'),
  'wrong-database': problem(
    403,
    'Dokumen ini bukan untuk basis data tersebut.',
    'The document does not belong in this database.',
  ),
  'wrong-year': problem(
    403,
    'Tanggal dokumen bukan dari tahun basis data tersebut.',
    'The day of the document is not in the year of this database.',
  ),
  'role-may-not-write': problem(
    403,
    'Peran Anda tidak boleh menulis data ini.',
    'Your role may not write this.',
  ),
  'author-not-of-token': problem(
    403,
    'Penulis dokumen bukan orang yang masuk.',
    'The author of the document is not the person signed in.',
  ),
  'desk-not-of-token': problem(
    403,
    'Dokumen dibuat di komputer lain.',
    'The document was made at another desk.',
  ),
  'deletion-refused': problem(
    403,
    'Data tidak boleh dihapus; tandai sebagai salah entri.',
    'Nothing may be deleted; mark it as entered in error.',
  ),
  'attachment-refused': problem(403, 'Lampiran tidak diterima.', 'Attachments are not accepted.'),
  'hidden-field': problem(
    403,
    'Dokumen berisi kolom yang tidak diperbolehkan.',
    'The document has a field that is not allowed.',
  ),
  'revisions-not-consistent': problem(
    403,
    'Riwayat revisi dokumen tidak cocok.',
    'The revision history of the document does not fit its revision.',
  ),
  'document-too-large': problem(403, 'Dokumen terlalu besar.', 'The document is too large.'),
  'already-written': problem(
    403,
    'Fakta ini sudah tercatat dan tidak dapat diganti.',
    'This fact is already recorded and cannot be replaced.',
  ),
  'forged-history': problem(
    403,
    'Riwayat dokumen tidak berasal dari server ini.',
    'The history of the document does not begin at this hub.',
  ),
  'replaced-meanwhile': problem(
    403,
    'Data ini sudah diganti orang lain; muat ulang lalu ubah lagi.',
    'Somebody else has replaced this meanwhile; load it again and repeat the change.',
  ),
  'type-not-for-drop': problem(
    403,
    'Jenis data ini tidak diterima lewat kotak kirim.',
    'The drop box does not take this type.',
  ),
  'punch-not-own': problem(
    403,
    'Absen hanya boleh untuk diri sendiri.',
    'A person may punch only for themself.',
  ),
} as const satisfies Record<string, Problem>
export type DocumentProblem = keyof typeof DOCUMENT_PROBLEMS

/** Why a parcel is kept unstored until somebody decides; it is never dropped. */
export const PARCEL_PROBLEMS = {
  'key-unknown': problem(
    409,
    'Kunci paket tidak dikenal server ini.',
    'No key of this hub opens the parcel.',
  ),
  'cannot-open': problem(409, 'Paket tidak dapat dibuka.', 'The parcel cannot be opened.'),
  'token-unknown': problem(
    409,
    'Tanda masuk di dalam paket tidak dikenal.',
    'The sign-in inside is not known.',
  ),
  'token-revoked': problem(
    409,
    'Tanda masuk di dalam paket sudah dicabut.',
    'The sign-in inside was revoked.',
  ),
  'token-ended-before': problem(
    409,
    'Data di dalam paket dibuat setelah masa masuk berakhir.',
    'What is inside was written after the sign-in had ended.',
  ),
  'token-begun-after': problem(
    409,
    'Data di dalam paket dibuat sebelum masa masuk dimulai.',
    'What is inside was written before the sign-in had begun.',
  ),
} as const satisfies Record<string, Problem>
export type ParcelProblem = keyof typeof PARCEL_PROBLEMS

/** Every refusal of a request: code, status, and the sentence in Indonesian and English. */
export const PROBLEMS = {
  ...DOCUMENT_PROBLEMS,
  ...PARCEL_PROBLEMS,
  'request-not-valid': problem(400, 'Permintaan tidak dapat dibaca.', 'The request cannot be read.'),
  'request-too-large': problem(413, 'Permintaan terlalu besar.', 'The request is too large.'),
  'content-not-accepted': problem(
    415,
    'Bentuk isi permintaan tidak diterima.',
    'The form of the content is not accepted.',
  ),
  'address-unknown': problem(404, 'Alamat tidak dikenal.', 'There is nothing at this address.'),
  'endpoint-not-allowed': problem(
    403,
    'Permintaan ini tidak diperbolehkan.',
    'This request is not allowed here.',
  ),
  'sign-in-needed': problem(401, 'Silakan masuk dahulu.', 'Please sign in first.'),
  'session-ended': problem(
    401,
    'Masa masuk sudah berakhir. Silakan masuk lagi.',
    'The sign-in has ended. Please sign in again.',
  ),
  'sign-in-refused': problem(401, 'Nama atau kata sandi salah.', 'The name or the password is wrong.'),
  'too-many-tries': problem(
    429,
    'Terlalu banyak percobaan. Tunggu beberapa menit.',
    'Too many tries. Wait a few minutes.',
  ),
  'desk-unknown': problem(
    401,
    'Komputer ini belum terdaftar atau pendaftarannya dicabut.',
    'This computer is not enrolled, or its enrolment was withdrawn.',
  ),
  'account-not-of-this-clinic': problem(
    403,
    'Akun ini tidak punya peran di Puskesmas komputer ini.',
    'This account has no role at the clinic of this computer.',
  ),
  'database-not-allowed': problem(
    403,
    'Anda tidak berhak atas basis data ini.',
    'You have no right to this database.',
  ),
  'database-unknown': problem(404, 'Basis data ini tidak ada.', 'There is no such database.'),
  'report-not-compiled': problem(
    404,
    'Laporan bulan ini belum dihitung.',
    'The report of this month has not been compiled yet.',
  ),
  'enrolment-code-unknown': problem(
    404,
    'Kode pendaftaran tidak dikenal.',
    'The enrolment code is not known.',
  ),
  'enrolment-code-expired': problem(
    410,
    'Kode pendaftaran sudah kedaluwarsa.',
    'The enrolment code has expired.',
  ),
  'enrolment-code-used-up': problem(
    409,
    'Kode pendaftaran sudah habis dipakai.',
    'The enrolment code has been used up.',
  ),
  'desk-letters-used-up': problem(
    409,
    'Puskesmas ini tidak punya huruf komputer tersisa.',
    'This clinic has no letter left for another computer.',
  ),
  'hub-not-ready': problem(
    503,
    'Basis data server sedang tidak menjawab. Coba lagi sebentar.',
    "The hub's database does not answer. Try again in a moment.",
  ),
  'client-not-built': problem(
    503,
    'Aplikasi belum dibuat di server ini. Jalankan "npm run build".',
    'The application has not been built on this server. Run "npm run build".',
  ),
  'server-fault': problem(500, 'Terjadi kesalahan di server.', 'Something went wrong on the server.'),
} as const satisfies Record<string, Problem>
export type ProblemCode = keyof typeof PROBLEMS

/** The body of a refusal. `field` names what is at fault in the request. */
export type Refusal = {
  readonly problem: ProblemCode
  readonly title: string
  readonly titleEn: string
  readonly field?: string
}

export function refusalOf(code: ProblemCode, field?: string): Refusal {
  const { title, titleEn } = PROBLEMS[code]
  return { problem: code, title, titleEn, ...(field === undefined ? {} : { field }) }
}
