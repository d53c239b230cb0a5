import type { Page } from 'playwright-core'

/** The form of a new patient. */
export function registrationPage(page: Page) {
  return {
    heading: page.getByRole('heading', { name: 'Pasien baru' }),
    nik: page.getByLabel('NIK', { exact: true }),
    noNik: page.getByLabel('Tanpa NIK karena'),
    takeFromNik: page.getByRole('button', { name: 'Pakai dari NIK' }),
    name: page.getByLabel('Nama lengkap'),
    sex: (letter: 'L' | 'P') => page.getByRole('radio', { name: letter === 'L' ? 'Laki-laki' : 'Perempuan' }),
    birth: page.getByLabel('Tanggal lahir atau umur'),
    birthHint: page.locator('#birth-hint'),
    family: page.getByLabel('No. KK atau nama kepala keluarga'),
    familyRows: page.getByRole('listbox', { name: 'Keluarga yang cocok' }).getByRole('option'),
    kk: page.getByLabel('No. KK', { exact: false }).last(),
    head: page.getByLabel('Nama kepala keluarga', { exact: true }),
    relation: page.getByLabel('Hubungan dalam keluarga'),
    address: page.getByLabel('Alamat'),
    area: page.getByRole('combobox', { name: 'Desa / kelurahan' }),
    areaRows: page.getByRole('listbox', { name: 'Desa dan kabupaten yang cocok' }).getByRole('option'),
    cover: page.getByLabel('Jaminan', { exact: true }),
    poverty: page.getByLabel('Keluarga miskin'),
    desil: page.getByLabel('Desil'),
    summary: page.locator('.error-summary'),
    draft: page.getByText('Belum selesai,'),
    restored: page.getByText('Isian yang belum selesai dikembalikan'),
    save: () => page.keyboard.press('Control+Enter'),
    saveOnly: page.getByRole('button', { name: 'Simpan saja' }),
    leave: page.getByRole('dialog', { name: 'Tinggalkan isian ini?' }),
    /** Chooses the first place that matches. */
    async livesIn(words: string) {
      const area = page.getByRole('combobox', { name: 'Desa / kelurahan' })
      await area.focus()
      await page.keyboard.type(words)
      await page
        .getByRole('listbox', { name: 'Desa dan kabupaten yang cocok' })
        .getByRole('option')
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
    },
  }
}
