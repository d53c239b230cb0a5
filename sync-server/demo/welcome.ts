import { signInsOf } from './demo-accounts.ts'
import { districtStaff, type DistrictPlan } from './district.ts'
import { enrolmentCode, type SignIn } from './sign-ins.ts'

/** Role, and what a person of that role does, as on the screens. */
const ROLE_WORDS: Readonly<Record<string, string>> = {
  loket: 'petugas loket',
  clinician: 'poli',
  'diagnosis-entry': 'entri diagnosis',
  records: 'rekam medis',
  tu: 'tata usaha',
  head: 'kepala',
  reporter: 'pelapor',
  dinas: 'Dinas Kesehatan',
  'district-admin': 'admin kota',
}

function row(cells: readonly string[], widths: readonly number[]): string {
  return `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd()
}

function table(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((cells) => cells[at]?.length ?? 0)),
  )
  return rows.map((cells) => row(cells, widths)).join('\n')
}

function signInRow(signIn: SignIn, clinicName: string): readonly string[] {
  const role = signIn.grants[0]?.role ?? ''
  return [role, signIn.username, signIn.password, `${ROLE_WORDS[role] ?? ''}${clinicName}`]
}

/** What the demo prints when it is ready: where it is, a code for each clinic's PCs, a sign-in for each role. */
export function welcomeText(url: string, plan: DistrictPlan): string {
  const clinics = districtStaff(plan)
  const names = new Map(clinics.map(({ clinic }) => [clinic.code, clinic.name]))
  const codes = clinics.map(({ clinic }) => [clinic.code, clinic.name, enrolmentCode(clinic, plan.seed)])
  const signIns = signInsOf(clinics, plan.seed).map((signIn) => {
    const [grant] = signIn.grants
    const name = grant && 'facility' in grant ? names.get(grant.facility) : undefined
    return signInRow(signIn, name ? `, ${name}` : '')
  })
  return [
    '',
    `Puskesmas registry, demo district (made up): ${url}`,
    '',
    'Enrol a PC once with the code of its clinic / Daftarkan komputer dengan kode Puskesmas:',
    table(codes),
    '',
    'Then sign in / Lalu masuk (role, name, password):',
    table(signIns),
    '',
    'Ctrl+C ends it; the data stay for the next start.',
    '',
  ].join('\n')
}
