import type { Page } from 'playwright-core'

/** Punching in and out. */
export function attendancePage(page: Page) {
  return {
    clock: page.getByRole('timer'),
    source: page.getByText(/Jam (sudah dicocokkan|komputer, belum)/),
    arrive: page.getByRole('button', { name: 'Absen datang' }),
    leave: page.getByRole('button', { name: 'Absen pulang' }),
    told: page.getByText(/: absen (datang|pulang) \d\d\.\d\d/),
    rows: page.getByRole('table').getByRole('row'),
  }
}
