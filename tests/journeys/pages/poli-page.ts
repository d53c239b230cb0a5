import type { Page } from 'playwright-core'

/** The unit's list and one patient's examination. */
export function poliPage(page: Page) {
  const field = page.getByRole('combobox', { name: 'Diagnosis' })
  return {
    unit: page.getByLabel('Pilih poli'),
    waiting: page.getByRole('heading', { name: /Menunggu diperiksa/ }),
    examine: (name: string) => page.getByRole('link', { name: `Periksa ${name}` }),
    edit: (name: string) => page.getByRole('link', { name: `Ubah ${name}` }),
    field,
    rows: page.getByRole('listbox', { name: 'Diagnosis yang cocok' }).getByRole('option'),
    table: page.getByRole('table', { name: 'Diagnosis kunjungan ini' }),
    history: page.getByRole('region', { name: 'Riwayat diagnosis' }),
    saved: page.getByText(/Pemeriksaan .* tersimpan di komputer ini/),
    save: () => page.keyboard.press('Control+Enter'),
    /** Types words and takes the first that is offered. */
    async add(words: string) {
      await field.focus()
      await page.keyboard.type(words)
      await page.getByRole('listbox', { name: 'Diagnosis yang cocok' }).getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
    },
  }
}
