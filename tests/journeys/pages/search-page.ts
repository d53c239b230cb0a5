import type { Page } from 'playwright-core'

/** The first screen of a desk: one box, what it finds, what is unfinished, who came today. */
export function searchPage(page: Page) {
  const box = page.getByRole('combobox', { name: 'Cari pasien' })
  const rows = page.getByRole('listbox', { name: 'Hasil pencarian' }).getByRole('option')
  return {
    box,
    rows,
    marked: page.locator('.hit[aria-selected=true]'),
    newPatient: rows.filter({ hasText: 'Daftarkan pasien baru' }),
    unfinished: page.getByRole('region', { name: 'Belum selesai' }),
    today: page.getByRole('region', { name: 'Kunjungan hari ini' }),
    async type(text: string) {
      await box.waitFor()
      await page.keyboard.type(text)
    },
  }
}
