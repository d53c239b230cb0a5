import process from 'node:process'
import { workerData } from 'node:worker_threads'

/** Plain JavaScript, because a thread started from TypeScript has no loader for it. */
const { group, runs, stands, stop } = workerData
const flag = new Int32Array(stop)
while (Atomics.load(flag, 0) === 0) {
  process.kill(-group, 'SIGSTOP')
  Atomics.wait(flag, 0, 0, stands)
  process.kill(-group, 'SIGCONT')
  Atomics.wait(flag, 0, 0, runs)
}
