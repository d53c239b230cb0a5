import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord, nameWords } from './name-folding.ts'

const keys = (name: string) => nameWords(name).map((word) => [...foldWord(word)].sort().join(' or '))
const meet = (one: string, other: string) => {
  const [left, right] = [nameWords(one), nameWords(other)].map((words) => words.map((word) => foldWord(word)))
  return (
    left?.length === right?.length &&
    left?.every((word, index) => word.some((key) => right?.[index]?.includes(key)))
  )
}

describe('names that sound the same', () => {
  it.each([
    ['SITI AMINAH', 'siti aminah', 'NF1: case'],
    ["Nur'aini", 'Nuraini', 'NF1: apostrophe'],
    ['Andrée', 'Andre', 'NF1: accent'],
    ['Soekarno', 'Sukarno', 'NF2: oe'],
    ['Tjipto', 'Cipto', 'NF2: tj'],
    ['Djoko', 'Joko', 'NF2: dj'],
    ['Sjahrir', 'Syahrir', 'NF2: sj'],
    ['Achmad', 'Ahmad', 'NF3: ch'],
    ['Akhmad', 'Ahmad', 'NF3: kh'],
    ['Chandra', 'Candra', 'NF3: ch as c'],
    ['Zaenal', 'Sainal', 'NF3: z and ae'],
    ['Syarifah', 'Sarifa', 'NF3: sy and a silent h'],
    ['Muhammad', 'Muhamad', 'NF3: doubled letter'],
    ['Vivin', 'Fifin', 'NF3: v'],
    ['Budhy', 'Budi', 'NF3: y at the end'],
    ['Moh. Yusuf', 'Muhammad Yusuf', 'NF4: Moh'],
    ['Mochamad Yusuf', 'Muhamad Yusuf', 'NF4: Moch'],
    ['M. Yusuf', 'Mohammad Yusuf', 'NF4: M'],
    ['Abd. Rochman', 'Abdul Rohman', 'NF4: Abd'],
    ['St. Fatimah', 'Siti Fatima', 'NF4: St'],
    ['Hj. Siti Aminah, S.Pd', 'Siti Aminah', 'NF5: titles'],
    ['By. Ny. Suparti', 'Suparti', 'NF5: the baby of Mrs Suparti'],
  ])('[NF1] [NF2] [NF3] [NF4] [NF5] %s and %s meet: %s', (one, other) => {
    expect(meet(one, other)).toBe(true)
  })

  it.each([
    ['Wati', 'Yati', 'another name'],
    ['Slamet', 'Selamat', 'spelt with other vowels: left to the forgiving of slips'],
    ['Ahmad', 'Muhammad', 'two names'],
  ])('%s and %s stay apart: %s', (one, other) => {
    expect(meet(one, other)).toBe(false)
  })

  it('[NF5] keeps a title that is all there is', () => {
    expect(keys('Haji')).toEqual(['haji'])
    expect(keys('H. Haji Bakri')).toEqual(['bakri'])
  })

  it.each([
    ['aisyah', 'Aisyah'],
    ['ay', 'Ayu'],
    ['achm', 'Achmad'],
    ['moh', 'Mohammad'],
    ['muhamm', 'Muhammad'],
    ['djoe', 'Djoenaidi'],
  ])('[NF6] %s, still being typed, begins %s', (typed, name) => {
    const begins = foldWord(typed, true).some((key) =>
      foldWord(name.toLowerCase()).some((full) => full.startsWith(key)),
    )
    expect(begins).toBe(true)
  })

  it('[NF1] [NF3] folds to letters only, at least one key for each word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const folded = nameWords(text).map((word) => foldWord(word))
        expect(folded.every((all) => all.length > 0 && all.every((key) => /^[a-z0-9]+$/.test(key)))).toBe(
          true,
        )
      }),
    )
  })

  it.each(['constructor', 'valueof', 'tostring'])(
    '[NF6] %s is a word and no property of an object',
    (word) => {
      expect(foldWord(word, true).every((key) => typeof key === 'string')).toBe(true)
    },
  )

  it('[NF6] every whole word is found while it is still being typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        const typed = foldWord(word, true)
        expect(foldWord(word).every((key) => typed.some((one) => key.startsWith(one)))).toBe(true)
      }),
    )
  })
})
