import type { Page } from 'playwright-core'

/** What stands around every screen: menu, strip, dialogs of the shell. */
export function shellPage(page: Page) {
  return {
    menu: page.getByRole('navigation', { name: 'Menu utama' }),
    menuLink: (name: string) =>
      page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name }),
    strip: page.getByRole('contentinfo'),
    sendNow: page.getByRole('button', { name: 'Kirim sekarang' }),
    refused: page.getByRole('link', { name: /Perlu dicek/ }),
    language: (name: 'Indonesia' | 'English') => page.getByRole('button', { name, exact: true }),
    dialog: page.getByRole('dialog'),
    newVersion: page.getByText('Versi baru sudah siap.'),
    takeNewVersion: page.getByRole('button', { name: 'Pakai versi baru' }),
    signOut: page.getByRole('banner').getByRole('button', { name: 'Keluar' }),
  }
}
