import type { Page } from 'playwright-core'

/** Who works here: people known on this PC, or a new one. */
export function signInPage(page: Page) {
  return {
    heading: page.getByRole('heading', { name: 'Login', exact: true }),
    username: page.getByLabel('Nama login'),
    password: page.getByLabel(/^Kata sandi/),
    alert: page.getByRole('alert'),
    known: (name: string) => page.getByRole('button', { name }),
    somebodyElse: page.getByRole('button', { name: 'Orang lain' }),
    async asNewcomer(username: string, password: string) {
      const field = page.getByLabel('Nama login')
      await field
        .or(page.getByRole('button', { name: 'Orang lain' }))
        .first()
        .waitFor()
      if (!(await field.isVisible())) await page.getByRole('button', { name: 'Orang lain' }).click()
      await field.fill(username)
      await page.getByLabel('Kata sandi').fill(password)
      await page.keyboard.press('Enter')
    },
    async again(name: string, password: string) {
      await page.getByRole('button', { name }).click()
      await page.getByLabel(`Kata sandi ${name}`).fill(password)
      await page.keyboard.press('Enter')
    },
    /** Everything is in: the shell stands and nothing says that visits are still coming. */
    async loaded() {
      await page.getByRole('navigation', { name: 'Menu utama' }).waitFor()
      await page.getByText('Riwayat kunjungan masih diambil').waitFor({ state: 'detached' })
    },
  }
}
