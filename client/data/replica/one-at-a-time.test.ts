import fc from 'fast-check'
import { expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

it('runs never overlap, and each call is answered by a run that began after it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 20 }), async (pauses) => {
      let running = 0
      let begun = 0
      const run = oneAtATime(async () => {
        begun += 1
        const number = begun
        running += 1
        expect(running).toBe(1)
        await Promise.resolve()
        running -= 1
        return number
      })
      const calls = []
      for (const pause of pauses) {
        const before = begun
        calls.push(run().then((number) => expect(number).toBeGreaterThan(before)))
        for (let n = 0; n < pause; n += 1) await Promise.resolve()
      }
      await Promise.all(calls)
    }),
  )
})

it('goes on after a run that failed', async () => {
  let tries = 0
  const run = oneAtATime(() => {
    tries += 1
    return tries === 1 ? Promise.reject(new Error('once')) : Promise.resolve(tries)
  })
  await expect(run()).rejects.toThrow('once')
  await expect(run()).resolves.toBe(2)
})
