import type { Page } from 'playwright-core'

/** The list of who was registered and never examined. */
export function closeDayPage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Tutup hari' }),
    day: page.getByLabel('Tanggal'),
    rows: page.getByRole('region', { name: 'Tutup hari' }).locator('tbody tr'),
    served: (number: string) => page.getByRole('button', { name: `Sudah dilayani ${number}` }),
    cancel: (number: string) => page.getByRole('button', { name: `Batalkan ${number}` }),
    all: page.getByRole('button', { name: /^Semua sudah dilayani/ }),
    none: page.getByText('Tidak ada lagi yang menunggu'),
  }
}
