import type { Page } from 'playwright-core'

/** What the clinic knows of one person. */
export function patientPage(page: Page) {
  return {
    heading: (name: string) => page.getByRole('heading', { level: 1, name }),
    openVisit: page.getByRole('link', { name: 'Buka kunjungan' }),
    identity: page.getByRole('region', { name: 'Identitas' }),
    showNik: page.getByRole('button', { name: 'Tampilkan NIK' }),
    family: page.getByRole('region', { name: 'Keluarga', exact: true }),
    addMember: page.getByRole('link', { name: 'Tambah anggota keluarga' }),
    cover: page.getByRole('region', { name: 'Jaminan' }),
    wrongDay: (day: string) => page.getByRole('button', { name: `Salah tanggal ${day}` }),
    enterAgain: (day: string) => page.getByRole('link', { name: `Isi tanggal yang benar ${day}` }),
    visits: page.getByRole('region', { name: 'Kunjungan' }).last(),
  }
}
