import { Worker } from 'node:worker_threads'

/** A processor so many times slower for one process group, until it is released. */
export type Slowed = { readonly release: () => Promise<void> }

/** How long the processes run between two pauses, in milliseconds. */
const RUNS_MS = 2

/**
 * Stops and continues a whole process group (the browser with all its processes) in short turns, from a thread of its
 * own, so that everything in it gets a share of the processor. What share it really is, a calibration loop must say.
 */
export function slowDown(group: number, times: number): Slowed {
  const stop = new SharedArrayBuffer(4)
  const thread = new Worker(new URL('./duty-cycle-thread.mjs', import.meta.url), {
    workerData: { group, runs: RUNS_MS, stands: RUNS_MS * (times - 1), stop },
  })
  return {
    async release() {
      const ended = new Promise((resolve) => thread.once('exit', resolve))
      Atomics.store(new Int32Array(stop), 0, 1)
      Atomics.notify(new Int32Array(stop), 0)
      await ended
      process.kill(-group, 'SIGCONT')
    },
  }
}
