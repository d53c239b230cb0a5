import { describe, expect, it } from 'vitest'
import { readDemoOptions } from './demo-options.ts'

describe('the words after npm run demo --', () => {
  it('may be none', () => {
    expect(readDemoOptions([])).toMatchObject({
      ok: true,
      options: {
        plan: { seed: '1', size: 'full', until: '2026-10-31' },
        dataFolder: undefined,
        port: undefined,
      },
    })
  })

  it('say size, last day, seed, folder and port', () => {
    const args = ['--size', 'small', '--until=2026-06-30', '--seed', '42', '--data', '/tmp/x', '--port', '0']
    expect(readDemoOptions(args)).toEqual({
      ok: true,
      options: { plan: { seed: '42', size: 'small', until: '2026-06-30' }, dataFolder: '/tmp/x', port: '0' },
    })
  })

  it.each([
    [['--sice', 'small'], /--size/, 'a word that is not there'],
    [['small'], /--size/, 'a word without an option'],
    [['--size', 'huge'], /full or small/, 'a size that is not there'],
    [['--until', '2026-02-30'], /--until/, 'no day of the calendar'],
    [['--until', '2024-12-31'], /--until/, 'a year whose holidays are not known'],
    [['--until', '2027-01-01'], /--until/, 'the day after the last whose holidays are known'],
    [['--seed', ''], /--seed/, 'an empty seed'],
  ])('[DM10] %j is refused in one sentence: %s', (args, sentence) => {
    const reading = readDemoOptions(args)
    expect(reading.ok).toBe(false)
    if (!reading.ok) {
      expect(reading.en).toMatch(sentence)
      expect(reading.id).not.toContain('\n')
    }
  })
})
