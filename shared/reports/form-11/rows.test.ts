import { describe, expect, it } from 'vitest'
import { FORM_11_GROUPS, FORM_11_ROWS } from './rows.ts'

describe('the rows of Form 11', () => {
  it('are the 242 lines of the form, six of them headings', () => {
    expect(FORM_11_ROWS).toHaveLength(242)
    const headings = FORM_11_ROWS.filter(({ heading }) => heading).map(({ id }) => id)
    expect(headings).toEqual(['A3', 'D13', 'J17', 'J24', 'K25', 'N1'])
  })

  it('stand under fifteen groups, in the form’s order', () => {
    expect(FORM_11_GROUPS.map(({ id }) => id).join('')).toBe('ABCDEFGHIJKLMNO')
    const place = (id: string) => Number(/\d+/.exec(id)?.[0])
    for (const [at, row] of FORM_11_ROWS.entries()) {
      const before = FORM_11_ROWS[at - 1]
      expect(row.id.startsWith(row.group)).toBe(true)
      if (before?.group !== row.group) expect(place(row.id)).toBe(1)
      else expect(place(row.id) - place(before.id)).toBe(row.parent === undefined ? 1 : 0)
    }
  })

  it('name a parent that stands above them', () => {
    const seen = new Set<string>()
    for (const row of FORM_11_ROWS) {
      if (row.parent !== undefined) expect(seen).toContain(row.parent)
      expect(seen).not.toContain(row.id)
      seen.add(row.id)
    }
  })

  it.each([
    ['H2', 'Bells’ Palsy', 'G51.0'],
    ['H15', 'Transient Ischemic Attack (TIA)/', 'G45.9'],
    ['B3', 'Leukemia', 'D55'],
    ['K25a', 'Abses, furuncke dan carbuncle', 'L02'],
    ['L4', 'Hiperurisemia – Gout Arthritis', 'E79.0'],
    ['C22', 'Perdarahan gastrointestinal', 'K92.2 K62.5'],
  ])('keep the form’s wording and code in %s', (id, name, printedIcd) => {
    expect(FORM_11_ROWS.find((row) => row.id === id)).toMatchObject({ name, printedIcd })
  })
})
