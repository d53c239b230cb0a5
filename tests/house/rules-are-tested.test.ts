import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'

function tracked(...patterns: string[]): string[] {
  const options = { encoding: 'utf8' } as const
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], options)
    .split('\n')
    .filter((path) => path !== '')
}

const RULE = /^- \*\*([A-Z][A-Z0-9-]*\d+)\*\*/gm

const rules = tracked('*RULES.md').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(RULE)].map(([, id]) => ({ id: id ?? '', file })),
)

const titles = tracked('*.test.ts', '*.test.tsx', 'tests/**/*.ts').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}))
const cited = new Set(
  titles.flatMap(({ text }) => [...text.matchAll(/\[([A-Z][A-Z0-9-]*\d+)\]/g)].map(([, id]) => id ?? '')),
)

describe('rules', () => {
  it('are there', () => {
    expect(rules.length).toBeGreaterThan(0)
  })

  it('have ids of their own', () => {
    const seen = new Map<string, string>()
    const twice = rules.filter(({ id, file }) => {
      const before = seen.get(id)
      seen.set(id, file)
      return before !== undefined
    })
    expect(twice).toEqual([])
  })

  it('are each cited by a test', () => {
    const untested = rules
      .filter(({ id }) => !cited.has(id))
      .map(({ id, file }) => `${id} (${dirname(file)})`)
    expect(untested).toEqual([])
  })

  it('exist where a test cites them', () => {
    const known = new Set(rules.map(({ id }) => id))
    const prefixes = new Set(rules.map(({ id }) => id.replace(/\d+$/, '')))
    const unknown = [...cited].filter((id) => prefixes.has(id.replace(/\d+$/, '')) && !known.has(id))
    expect(unknown).toEqual([])
  })
})
