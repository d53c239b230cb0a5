import type { Page } from 'playwright-core'

/** The screen of a PC that belongs to no clinic yet. */
export function enrolmentPage(page: Page) {
  const code = page.getByLabel('Kode pendaftaran')
  return {
    code,
    heading: page.getByRole('heading', { name: 'Daftarkan komputer ini' }),
    error: page.locator('.field-error'),
    dinas: page.getByRole('link', { name: 'Masuk sebagai Dinas Kesehatan' }),
    async enrol(text: string) {
      await code.fill(text)
      await code.press('Enter')
    },
  }
}
