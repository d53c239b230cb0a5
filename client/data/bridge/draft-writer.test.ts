import { expect, it } from 'vitest'
import { instantOf, type Instant } from '../../../shared/calendar/instant.ts'
import { draftWriter } from './draft-writer.ts'

const NOW = instantOf(Date.UTC(2026, 9, 31, 1))

function newWriter(answers: readonly (Instant | null | Error)[]) {
  const [saved, kept]: [string[], Instant[]] = [[], []]
  const writer = draftWriter<string>(
    (content) => {
      const answer = answers[saved.length]
      saved.push(content)
      return answer instanceof Error
        ? Promise.reject(answer)
        : Promise.resolve(answer === undefined ? NOW : answer)
    },
    (at) => kept.push(at),
  )
  return { writer, saved, kept }
}

it('[SV12] writes nothing over a kept draft that could not be read', async () => {
  const { writer, saved } = newWriter([])
  writer.type('S')
  await writer.keepNow()
  expect(saved).toEqual([])
  writer.loaded()
  await writer.keepNow()
  expect(saved).toEqual(['S'])
})

it('[SV12] tries again what was refused or failed, and the newest content only', async () => {
  const { writer, saved, kept } = newWriter([null, new Error('full')])
  writer.loaded()
  writer.type('Si')
  await writer.keepNow()
  expect(writer.waiting()).toBe(true)
  const running = writer.keepNow()
  writer.type('Siti')
  await running
  await writer.keepNow()
  expect(saved).toEqual(['Si', 'Si', 'Siti'])
  expect(kept).toEqual([NOW])
  expect(writer.waiting()).toBe(false)
})

it('[SV12] writes nothing once the record is saved', async () => {
  const { writer, saved } = newWriter([])
  writer.loaded()
  writer.type('Siti')
  writer.finish()
  await writer.keepNow()
  expect(saved).toEqual([])
})
