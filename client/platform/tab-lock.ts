/** Runs while this tab holds the named lock alone among all tabs; waits for its turn. Released when the tab dies. */
export async function withLock<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(name, run)
}

/** Calls `lead` once this tab becomes the leader, which it stays until it is closed or `stop` aborts. */
export function leadWhenFree(name: string, stop: AbortSignal, lead: () => void): void {
  const held = navigator.locks.request(name, { signal: stop }, () => {
    lead()
    return new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }))
  })
  held.catch((error: unknown) => {
    if (!stop.aborted) throw error
  })
}
