import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../shared/calendar/calendar-date.ts'
import { Instant } from '../../../shared/calendar/instant.ts'
import type { SyncStatus } from '../../data/bridge/contract.ts'
import { messages } from '../../i18n/messages.id.ts'
import { translator } from '../../i18n/translate.ts'
import { stripContent } from './strip-content.ts'

const moment = {
  now: Instant.parse('2026-10-31T02:20:00.000Z'),
  zone: 'WIB' as const,
  today: calendarDate('2026-10-31'),
}
const quiet: SyncStatus = {
  waiting: 0,
  refused: 0,
  state: 'idle',
  lastSent: Instant.parse('2026-10-31T02:12:00.000Z'),
  lastReceived: null,
  otherTabSends: false,
  clock: { source: 'hub', aheadMs: 0 },
}
const stripOf = (change: Partial<SyncStatus>) =>
  stripContent({ ...quiet, ...change }, moment, translator(messages))

describe('the strip', () => {
  it('says that everything is sent, and when', () => {
    expect(stripOf({})).toEqual({
      tone: 'good',
      words: ['Tersimpan di komputer ini', 'Semua terkirim', 'terakhir terkirim 09.12'],
      action: null,
    })
  })

  it('counts what waits without a network and says that work goes on', () => {
    const strip = stripOf({ state: 'offline', waiting: 14 })
    expect(strip.tone).toBe('wait')
    expect(strip.words.slice(0, 3)).toEqual([
      'Tersimpan di komputer ini',
      '14 menunggu kirim',
      'Server tidak terjangkau: periksa jaringan. Anda tetap bisa bekerja.',
    ])
    expect(strip.action).toBe('send')
  })

  it('never calls waiting records sent, whatever the state', () => {
    for (const state of [
      'idle',
      'sending',
      'receiving',
      'offline',
      'hub-trouble',
      'sign-in-needed',
    ] as const) {
      const { words, tone } = stripOf({ state, waiting: 3 })
      expect(words.join(' ')).toContain('3')
      expect(words).not.toContain('Semua terkirim')
      expect(tone).not.toBe('good')
    }
  })

  it('asks for a login when only that is missing', () => {
    expect(stripOf({ state: 'sign-in-needed', waiting: 2 }).action).toBe('sign-in')
  })

  it('grows when records wait for more than a day, with the day of the last sending', () => {
    const { words, tone } = stripOf({ waiting: 1, lastSent: Instant.parse('2026-10-30T02:12:00.000Z') })
    expect(tone).toBe('bad')
    expect(words).toContain('terakhir terkirim 30-10-2026 09.12')
    expect(words).toContain(messages['strip.day-old'])
  })

  it('names a clock that is wrong by more than five minutes', () => {
    expect(stripOf({ clock: { source: 'hub', aheadMs: -7 * 60_000 } }).words).toContain(
      'Jam komputer salah: 7 menit berbeda dari server.',
    )
    expect(stripOf({ clock: { source: 'hub', aheadMs: 60_000 } }).words).toHaveLength(3)
    expect(stripOf({ clock: { source: 'hub', aheadMs: 7 * 3_600_000 } }).words.at(-1)).toContain('7 jam')
    expect(stripOf({ clock: { source: 'hub', aheadMs: 5 * 86_400_000 } }).words.at(-1)).toContain('5 hari')
  })
})
