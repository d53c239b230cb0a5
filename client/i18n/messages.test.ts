import { describe, expect, it } from 'vitest'
import { messages as english } from './messages.en.ts'
import { messages as indonesian } from './messages.id.ts'
import { placeholdersOf, translator, type MessageKey } from './translate.ts'

const keys = Object.keys(indonesian) as MessageKey[]

describe('the words of the screens', () => {
  it('are the same sentences in both languages, in the same order', () => {
    expect(Object.keys(english)).toEqual(keys)
  })

  it.each(keys)('%s has the same placeholders in both', (key) => {
    expect([...placeholdersOf(english[key])].sort()).toEqual([...placeholdersOf(indonesian[key])].sort())
  })

  it('are never empty', () => {
    expect(keys.filter((key) => indonesian[key].trim() === '' || english[key].trim() === '')).toEqual([])
  })

  it('take every value given, a placeholder as often as it stands there', () => {
    const t = translator(indonesian)
    expect(t('strip.waiting', { n: 14 })).toBe('14 menunggu kirim')
    expect(t('attendance.late', { n: 12 })).toBe('Terlambat 12 menit (TL 12).')
    expect(t('strip.all-sent')).toBe('Semua terkirim')
  })

  it('put a value in as it is, whatever stands in it', () => {
    expect(translator(indonesian)('search.new', { text: '{text} $& $1' })).toBe(
      'Daftarkan pasien baru “{text} $& $1”',
    )
  })
})
