import type { Page } from 'playwright-core'

/** Opening a visit, and the number that comes of it. */
export function visitPage(page: Page) {
  return {
    unit: (name: string) => page.getByRole('radio', { name }),
    day: page.getByLabel('Tanggal kunjungan'),
    dayFault: page.locator('#visit-day-error'),
    isPage: page.getByText('Kunjungan lama dari catatan kertas'),
    savePage: page.getByRole('button', { name: 'Simpan kunjungan lama' }),
    saveAndDiagnose: page.getByRole('button', { name: 'Simpan, isi diagnosis' }),
    payer: page.getByLabel('Cara bayar'),
    payerHint: page.locator('#payer-hint'),
    kind: (name: 'Sakit' | 'Sehat') => page.getByRole('radio', { name }),
    open: page.getByRole('button', { name: 'Buka kunjungan' }),
    alreadyToday: page.getByText('Sudah berkunjung hari ini'),
    number: page.locator('.number-label'),
    next: page.getByRole('button', { name: 'Pasien berikutnya' }),
    /** Chooses a unit by its letter and opens the visit; answers the number. */
    async throughKeys(letter: string): Promise<string> {
      await page.getByRole('group', { name: 'Poli / ruang' }).waitFor()
      await page.keyboard.press(letter)
      await page.keyboard.press('Enter')
      return (await page.locator('.number-label').innerText()).trim()
    },
  }
}
