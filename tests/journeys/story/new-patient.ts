import type { Page } from 'playwright-core'
import { registrationPage } from '../pages/registration-page.ts'
import { searchPage } from '../pages/search-page.ts'

/** Whom the story registers, with a family of her own. */
export const NEW_PATIENT = {
  name: 'Zulaikha Prabandari',
  nik: '3577014107850003',
  kk: '3577011203100077',
} as const

/** From the search that finds nobody to a form with NIK, family, cover and poor household filled in, not yet saved. */
export async function fillInNewPatient(page: Page): Promise<void> {
  const [search, form] = [searchPage(page), registrationPage(page)]
  await page.keyboard.press('F2')
  await search.box.fill(NEW_PATIENT.name)
  await search.newPatient.click()
  await form.nik.fill(NEW_PATIENT.nik)
  await form.takeFromNik.click()
  await form.family.fill(NEW_PATIENT.kk)
  await form.familyRows.first().click()
  await form.head.fill(NEW_PATIENT.name)
  await form.relation.selectOption('Kepala keluarga')
  await form.livesIn('sukosari')
  await form.cover.selectOption('JKN PBI (APBN)')
  await form.poverty.selectOption('Keluarga miskin (desil 1-5)')
  await form.desil.selectOption('2')
}
