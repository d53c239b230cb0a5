import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { areaFiles } from './make-areas.ts'

describe('the files of areas', () => {
  it.each([...areaFiles()])('%s is what make-areas.ts makes of the official list', (name, text) => {
    const kept = readFileSync(new URL(`../../shared/codes/${name}`, import.meta.url), 'utf8')
    expect(kept === text, `run: npx tsx tests/house/make-areas.ts`).toBe(true)
    expect(text.length).toBeLessThan(400_000)
  })
})
