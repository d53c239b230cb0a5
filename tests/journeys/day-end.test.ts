import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aPatient } from '../builders/clinic-documents.ts'
import { store } from '../builders/stored-clinic.ts'
import { openJourneyClinic, type JourneyClinic } from './clinic.ts'
import { look } from './look.ts'
import { closeDayPage } from './pages/close-day-page.ts'
import { patientPage } from './pages/patient-page.ts'
import { poliPage } from './pages/poli-page.ts'
import { shellPage } from './pages/shell-page.ts'
import { visitPage } from './pages/visit-page.ts'
import { NEXT_EXCHANGE, openPatient, openVisit, stripSays } from './story/story-desk.ts'

/*
 * The end of a day at the loket, without the hub, and the day after; then what came from paper and what stood on a
 * wrong day, with somebody who may write diagnoses.
 */

const ANI = 'Ani Suryani'
const BUDI = 'Budi Hartono'
const CITRA = 'Citra Dewi'
const DAY_MS = 86_400_000

let clinic: JourneyClinic
let loket: Page
let poli: Page

beforeAll(async () => {
  clinic = await openJourneyClinic()
  // Written at a desk that is gone: those of this journey begin at A.
  const device = '1031948-X'
  await store(
    clinic.hub,
    [ANI, BUDI, CITRA].map((name) => ({ ...aPatient(name), device })),
  )
  loket = (await clinic.desk('loket')).page
  poli = (await clinic.desk('clinician')).page
})
afterAll(() => clinic.close())

/** What the hub holds of the visits of a year, in short, by day. */
async function visitsAtHub(year: number): Promise<readonly string[]> {
  const { couch } = clinic.hub.registry()
  const rows = await couch.allDocs(`visits-1031948-${String(year)}`, { includeDocs: true })
  const lines = rows.flatMap(({ doc }) => {
    if (doc?.['type'] !== 'encounter') return []
    const { on, status, servedBy, queue, replaces } = doc as Record<string, unknown>
    const label = (queue as { label: string } | null)?.label ?? 'no number'
    return [[on, label, status, servedBy, ...(replaces ? ['replaces'] : [])].join(' ')]
  })
  return lines.sort()
}

/** Waits until the hub holds these visits of the year, and that the desk knows it does. */
async function arrived(page: Page, year: number, lines: readonly string[]): Promise<void> {
  await expect.poll(() => visitsAtHub(year), NEXT_EXCHANGE).toEqual(lines)
  await stripSays(page, 'Semua terkirim')
}

it('closes the day at the loket without the hub: one served, one cancelled, one forgotten', async () => {
  expect(await openVisit(loket, 'ani', ANI, 'u')).toBe('UA001')
  expect(await openVisit(loket, 'budi', BUDI, 'u')).toBe('UA002')
  expect(await openVisit(loket, 'citra', CITRA, 'g')).toBe('GA001')
  await arrived(loket, 2026, [
    '2026-10-31 GA001 registered ',
    '2026-10-31 UA001 registered ',
    '2026-10-31 UA002 registered ',
  ])
  await clinic.hub.stopHub()
  await loket.keyboard.press('Alt+a')
  await loket.getByRole('link', { name: 'Tutup hari' }).waitFor()
  expect(await look(loket, 'queue-day-end')).toEqual([])
  await loket.keyboard.press('Alt+u')
  const list = closeDayPage(loket)
  await expect.poll(() => list.rows.count()).toBe(3)
  expect(await look(loket, 'close-day')).toEqual([])
  await list.served('UA001').focus()
  await loket.keyboard.press('Enter')
  await loket.getByText(`Kunjungan ${ANI} ditandai sudah dilayani.`).waitFor()
  await expect.poll(() => list.rows.count()).toBe(2)
  const focused = () => loket.locator(':focus').innerText()
  await expect.poll(focused).toContain('Sudah dilayani')
  await list.cancel('UA002').click()
  await loket.keyboard.type('Pasien pulang')
  await loket.keyboard.press('Enter')
  await expect.poll(() => list.rows.count()).toBe(1)
  await clinic.hub.restartHub()
  await arrived(loket, 2026, [
    '2026-10-31 GA001 registered ',
    '2026-10-31 UA001 served day-closed',
    '2026-10-31 UA002 cancelled ',
  ])
})

it('finds on the next day what was left, and closes it all at once', async () => {
  clinic.hub.clock.advance(DAY_MS)
  const list = closeDayPage(loket)
  await expect.poll(() => list.none.innerText(), NEXT_EXCHANGE).toContain('01-11-2026')
  expect(await list.day.locator('option').allInnerTexts()).toEqual([
    '01-11-2026, hari ini (0)',
    '31-10-2026 (1)',
  ])
  expect(await look(loket, 'close-day-elsewhere')).toEqual([])
  await list.day.selectOption('31-10-2026 (1)')
  await list.all.click()
  await shellPage(loket).dialog.waitFor()
  expect(await look(loket, 'close-day-all')).toEqual([])
  await loket.keyboard.press('Enter')
  await loket.getByText('1 kunjungan ditandai sudah dilayani.').waitFor()
  await list.none.waitFor()
  await arrived(loket, 2026, [
    '2026-10-31 GA001 served day-closed',
    '2026-10-31 UA001 served day-closed',
    '2026-10-31 UA002 cancelled ',
  ])
})

it('says for which days no visit can be entered', async () => {
  const visit = visitPage(loket)
  await openPatient(loket, 'ani', ANI)
  await patientPage(loket).openVisit.click()
  await visit.day.waitFor()
  expect(await visit.day.inputValue()).toBe('01-11-2026')
  const faults = [
    ['2 11 2026', 'Tanggal kunjungan tidak boleh sesudah hari ini, 01-11-2026.'],
    ['31-12-2024', 'Yang dapat diisi hanya kunjungan tahun 2025 dan 2026.'],
    ['11 4 1990', 'Pasien lahir 12-04-1990. Kunjungan tidak boleh sebelum itu.'],
    ['kemarin', 'Tanggal ini tidak terbaca.'],
  ] as const
  for (const [typed, sentence] of faults) {
    await visit.day.fill(typed)
    await loket.keyboard.press('Control+Enter')
    await expect.poll(() => visit.dayFault.innerText()).toContain(sentence)
    expect(await visit.day.evaluate((field) => field === document.activeElement)).toBe(true)
  }
  expect(await look(loket, 'visit-day-fault')).toEqual([])
})

it('enters a page of last year from paper, without a number, by the keyboard', async () => {
  const visit = visitPage(loket)
  await visit.day.focus()
  await loket.keyboard.press('Control+a')
  await loket.keyboard.type('30 des')
  await visit.isPage.waitFor()
  await loket.keyboard.press('Enter')
  await loket.keyboard.press('k')
  expect(await look(loket, 'visit-page')).toEqual([])
  await visit.savePage.focus()
  await loket.keyboard.press('Enter')
  await loket.getByText('Kunjungan 30-12-2025 tersimpan tanpa nomor antrean.').waitFor()
  expect(await look(loket, 'visit-page-saved')).toEqual([])
  await arrived(loket, 2025, ['2025-12-30 no number served back-entry'])
})

it('enters a page with its diagnosis where the person may', async () => {
  const [visit, examination] = [visitPage(poli), poliPage(poli)]
  await openPatient(poli, 'budi', BUDI)
  await patientPage(poli).openVisit.click()
  await visit.day.fill('30 10')
  await visit.unit('Poli Umum').focus()
  await poli.keyboard.press('u')
  await poli.keyboard.press('Enter')
  await examination.add('batuk')
  await examination.save()
  await patientPage(poli).wrongDay('30-10-2026').waitFor()
  await expect.poll(() => patientPage(poli).visits.innerText()).toContain('R05')
  expect(await look(poli, 'patient-pages')).toEqual([])
})

it('takes a visit on a wrong day back and enters it on the right one, its diagnosis with it', async () => {
  const [patient, visit, examination] = [patientPage(poli), visitPage(poli), poliPage(poli)]
  await patient.wrongDay('30-10-2026').click()
  await shellPage(poli).dialog.waitFor()
  expect(await look(poli, 'wrong-day')).toEqual([])
  await shellPage(poli).dialog.getByRole('button', { name: 'Tarik, isi tanggal yang benar' }).click()
  await poli.getByText('Mengganti kunjungan 30-10-2026 yang salah tanggal.').waitFor()
  expect(await visit.unit('Poli Umum').isChecked()).toBe(true)
  await poli.keyboard.press('Control+Enter')
  await expect.poll(() => visit.dayFault.innerText()).toContain('Ini tanggal yang salah tadi.')
  expect(await look(poli, 'visit-replaces')).toEqual([])

  await poli.keyboard.press('Escape')
  await patient.enterAgain('30-10-2026').click()
  await visit.day.fill('29 10')
  await visit.saveAndDiagnose.click()
  await examination.table.getByText('R05').first().waitFor()
  await examination.save()
  await patient.wrongDay('29-10-2026').waitFor()
  const shown = await patient.visits.innerText()
  expect(shown).toContain('Salah tanggal, diganti 29-10-2026')
  expect(shown).toContain('Dari catatan kertas')
  expect(await look(poli, 'patient-replaced')).toEqual([])
  await arrived(poli, 2026, [
    '2026-10-29 no number served back-entry replaces',
    '2026-10-30 no number entered-in-error back-entry',
    '2026-10-31 GA001 served day-closed',
    '2026-10-31 UA001 served day-closed',
    '2026-10-31 UA002 cancelled ',
  ])
  const { couch } = clinic.hub.registry()
  const rows = await couch.allDocs('clinical-1031948-2026', { includeDocs: true })
  const made = rows.flatMap(({ doc }) =>
    doc?.['type'] === 'condition' ? [`${String(doc['on'])} ${String(doc['status'])}`] : [],
  )
  expect(made).toEqual(['2026-10-29 active', '2026-10-30 entered-in-error'])
})

it('left nothing thrown in any page', () => {
  expect(clinic.faults).toEqual([])
})
