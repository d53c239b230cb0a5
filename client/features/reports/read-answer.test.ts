import { describe, expect, it } from 'vitest'
import { ListSchema, MatrixSchema, ReportSchema } from './answers.ts'
import { readAnswer } from './read-answer.ts'

function bodyOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer
}

const facility = { code: '1031948', name: 'Puskesmas Uji', zone: 'WIB' }

describe('an answer of the hub', () => {
  it('is read where it is what the screen expects', () => {
    const list = { list: 'tray', total: 1, headings: ['Sebab'], rows: [['Kode Z']] }
    expect(readAnswer(bodyOf(JSON.stringify(list)), ListSchema)).toEqual({ kind: 'read', value: list })
  })

  it('may say that nothing was compiled', () => {
    const answer = { facility, dueOn: '2026-11-05', report: null }
    expect(readAnswer(bodyOf(JSON.stringify(answer)), ReportSchema).kind).toBe('read')
  })

  it.each([
    ['<!doctype html><title>Wi-Fi</title>', 'the page of a captive portal'],
    ['', 'nothing'],
    ['{"period":"2026-10"}', 'half of it'],
    [`{"period":"2026-13","dueOn":"2026-11-05","facilities":[]}`, 'a month that is none'],
  ])('%s is not taken for one: %s', (text) => {
    expect(readAnswer(bodyOf(text), MatrixSchema)).toEqual({ kind: 'failed', problem: 'unreadable' })
  })
})
