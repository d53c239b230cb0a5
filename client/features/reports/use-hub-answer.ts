import { useCallback, useEffect, useState } from 'react'
import type { ZodType } from 'zod'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { fetchProblem, readAnswer, type AnswerProblem } from './read-answer.ts'

export type HubAnswer<Value> =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: AnswerProblem }
  | { readonly kind: 'read'; readonly value: Value }

/** What the hub answers at a path, and the way to ask again. Reports are always the hub's, never a copy. */
export function useHubAnswer<Value>(
  path: string,
  schema: ZodType<Value>,
): { readonly answer: HubAnswer<Value>; readonly again: () => void } {
  const ask = useAsk()
  const [times, setTimes] = useState(0)
  const [got, setGot] = useState<{ readonly path: string; readonly answer: HubAnswer<Value> } | null>(null)
  useEffect(() => {
    let current = true
    const settle = (answer: HubAnswer<Value>) => {
      if (current) setGot({ path, answer })
    }
    ask('hub.fetch', { path }).then(
      (answer) =>
        settle(
          answer.ok
            ? readAnswer(answer.value.body, schema)
            : { kind: 'failed', problem: fetchProblem(answer.problem) },
        ),
      () => settle({ kind: 'failed', problem: 'unreachable' }),
    )
    return () => {
      current = false
    }
  }, [ask, path, schema, times])
  const again = useCallback(() => {
    setGot(null)
    setTimes((before) => before + 1)
  }, [])
  return { answer: got && got.path === path ? got.answer : { kind: 'reading' }, again }
}
