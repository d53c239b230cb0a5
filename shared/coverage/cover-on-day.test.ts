import { describe, expect, it } from 'vitest'
import { calendarDate } from '../calendar/calendar-date.ts'
import { coverOn, isValidOn, schemeGroup, schemeGroupOn, type Cover } from './cover-on-day.ts'

const day = calendarDate

function cover(scheme: string, from: string, to: string | null = null, active = true): Cover {
  return {
    id: `coverage:${scheme}:${from}`,
    scheme,
    from: day(from),
    to: to === null ? null : day(to),
    active,
  }
}

describe('cover on a day', () => {
  it.each([
    [cover('SKTM', '2026-10-01', '2026-10-31'), '2026-10-01', true, 'the first day'],
    [cover('SKTM', '2026-10-01', '2026-10-31'), '2026-10-31', true, 'the last day'],
    [cover('SKTM', '2026-10-01', '2026-10-31'), '2026-09-30', false, 'the day before'],
    [cover('SKTM', '2026-10-01', '2026-10-31'), '2026-11-01', false, 'the day after'],
    [cover('SKTM', '2026-10-01'), '2036-11-01', true, 'without an end'],
    [cover('SKTM', '2026-10-01', null, false), '2026-10-02', false, 'switched off'],
  ])('[CV1] %o on %s: %s: %s', (one, on, valid) => {
    expect(isValidOn(one, day(on))).toBe(valid)
  })

  it('[CV2] pays in the order JKN, Jamkesda, SKTM, other insurance, Umum', () => {
    const covers = ['UMUM', 'ASURANSI_LAIN', 'SKTM', 'JAMKESDA', 'JKN_PPU'].map((scheme) =>
      cover(scheme, '2026-01-01'),
    )
    const order: string[] = []
    for (let left = covers; left.length > 0;) {
      const first = coverOn(left, day('2026-10-31'))
      order.push(first?.scheme ?? '')
      left = left.filter((one) => one !== first)
    }
    expect(order).toEqual(['JKN_PPU', 'JAMKESDA', 'SKTM', 'ASURANSI_LAIN', 'UMUM'])
  })

  it('[CV2] takes of two alike the one that began later', () => {
    const covers = [cover('JKN_PPU', '2020-01-01'), cover('JKN_PBI_APBN', '2026-02-01')]
    expect(coverOn(covers, day('2026-10-31'))?.scheme).toBe('JKN_PBI_APBN')
    expect(coverOn(covers, day('2026-01-31'))?.scheme).toBe('JKN_PPU')
  })

  it('[CV3] paying oneself, programmes and certificates are no cover', () => {
    for (const scheme of ['UMUM', 'GRATIS_PROGRAM', 'KIR_UMUM', 'KIR_HAJI'])
      expect(schemeGroup(scheme)).toBe('NONE')
    expect(schemeGroupOn([cover('UMUM', '2026-01-01')], day('2026-10-31'))).toBe('NONE')
    expect(schemeGroupOn([], day('2026-10-31'))).toBe('NONE')
  })
})
