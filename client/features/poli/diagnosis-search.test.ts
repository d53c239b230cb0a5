import { describe, expect, it } from 'vitest'
import { searchDiagnoses } from './diagnosis-search.ts'

const entries = [
  { code: 'A09', nameId: 'Diare', also: ['mencret', 'muntaber'] },
  { code: 'I10', nameId: 'Hipertensi primer', nameEn: 'Primary hypertension', also: ['darah tinggi'] },
  { code: 'J06.9', nameId: 'Infeksi saluran napas atas akut', also: ['ispa', 'batuk pilek'] },
  { code: 'J00', nameId: 'Nasofaringitis akut', also: ['pilek', 'selesma'] },
  { code: 'A37.0', nameId: 'Batuk rejan', also: ['pertusis'] },
  { code: 'R05', nameId: 'Batuk' },
]
const codes = (text: string) => searchDiagnoses(entries, text, 5).map((entry) => entry.code)

describe('finding a diagnosis', () => {
  it.each([
    ['j06', ['J06.9'], 'a code without its end'],
    ['J06.9', ['J06.9'], 'the whole code'],
    ['j069', ['J06.9'], 'without the point'],
    ['j', [], 'a letter alone is a word, and no name begins with it'],
    ['darah tinggi', ['I10'], 'what people call it'],
    ['tinggi', ['I10'], 'a word in the middle'],
    ['hiper', ['I10'], 'the beginning of the name'],
    ['primary', ['I10'], 'the English name'],
    ['batuk', ['R05', 'A37.0', 'J06.9'], 'the name itself, then what begins with it, then other names'],
    ['pilek', ['J00', 'J06.9'], 'a name that begins so before one that holds it'],
    ['bat pil', ['J06.9'], 'both words in one name'],
    ['xyz', [], 'nothing'],
    ['', [], 'nothing typed'],
  ])('%s: %j (%s)', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })
})
