import type { Page } from 'playwright-core'

/** The Dinas's sign-in, the matrix of clinics and reports, and one report. */
export function reportsPage(page: Page) {
  return {
    heading: page.getByRole('heading', { name: 'Laporan semua Puskesmas' }),
    month: page.getByLabel('Bulan', { exact: true }),
    matrixRow: (clinic: string) => page.getByRole('row', { name: new RegExp(clinic) }),
    open: (form: string, clinic: string) => page.getByRole('link', { name: `Buka ${form} ${clinic}` }),
    form: (name: string) => page.getByRole('heading', { level: 1, name }),
    xlsx: page.getByRole('button', { name: 'Unduh Excel (XLSX)' }),
    csv: page.getByRole('button', { name: 'Unduh CSV' }),
    async signIn(username: string, password: string) {
      await page.getByRole('heading', { name: 'Login Dinas Kesehatan' }).waitFor()
      await page.getByLabel('Nama login').fill(username)
      await page.getByLabel('Kata sandi').fill(password)
      await page.keyboard.press('Enter')
    },
  }
}
