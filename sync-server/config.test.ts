import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { PROBLEMS } from './problems.ts'
import { startSentence } from './start-problems.ts'

const KEY = 'k'.repeat(32)

describe('the settings', () => {
  it('have usual values', () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      config: {
        port: 8080,
        host: '127.0.0.1',
        dataFolder: './data',
        clientFolder: './dist',
        couch: undefined,
      },
    })
  })

  it('count an empty text as absent', () => {
    expect(readConfig({ PORT: '', COUCHDB_URL: '' })).toMatchObject({
      ok: true,
      config: { port: 8080, couch: undefined },
    })
  })

  it('take the district’s CouchDB and its key together', () => {
    const COUCHDB_URL = 'http://admin:rahasia@couch:5984'
    expect(readConfig({ COUCHDB_URL, HUB_JWT_KEY: KEY })).toMatchObject({
      ok: true,
      config: { couch: { url: COUCHDB_URL, jwtKey: KEY } },
    })
    expect(readConfig({ COUCHDB_URL })).toMatchObject({ ok: false, problem: { setting: 'HUB_JWT_KEY' } })
  })

  it('read trusted proxies as a list', () => {
    expect(readConfig({ TRUSTED_PROXY: '10.0.0.1, 10.0.1.0/24' })).toMatchObject({
      config: { trustedProxies: ['10.0.0.1', '10.0.1.0/24'] },
    })
  })

  it.each([
    ['PORT', '65536'],
    ['PORT', 'eighty'],
    ['PORT', '-1'],
    ['COUCHDB_URL', 'couch:5984'],
    ['COUCHDB_URL', 'ftp://couch'],
    ['HUB_JWT_KEY', 'short'],
    ['TRUSTED_PROXY', 'my proxy'],
    ['LOG_LEVEL', 'loud'],
  ])('a wrong %s is named in both languages, its value is not: %s', (setting, value) => {
    const reading = readConfig({ HUB_JWT_KEY: KEY, [setting]: value })
    if (reading.ok) throw new Error('accepted')
    expect(reading.problem.setting).toBe(setting)
    const sentence = startSentence(reading.problem)
    expect(sentence).toMatch(
      new RegExp(`^Pengaturan ${setting} salah: .+ / The setting ${setting} is wrong: .+`),
    )
    expect(sentence).not.toContain(value)
  })
})

describe('every refusal', () => {
  it.each(Object.entries(PROBLEMS))('%s has a status and a sentence in both languages', (_code, problem) => {
    expect(problem.status).toBeGreaterThanOrEqual(400)
    expect(problem.title).toMatch(/\.$/)
    expect(problem.titleEn).toMatch(/\.$/)
    expect(problem.title).not.toBe(problem.titleEn)
  })
})
