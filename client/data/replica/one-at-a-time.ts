/**
 * Runs never overlap. A call while one runs is answered by the run after it, which has seen all that was there when
 * the call was made; calls meanwhile share that run.
 */
export function oneAtATime<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<Result> | undefined
  return () => {
    if (next) return next
    const started = last.then(() => {
      next = undefined
      return run()
    })
    next = started
    last = started.catch(() => undefined)
    return started
  }
}
