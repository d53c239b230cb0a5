import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one plain line, `12 passed, 0 failed`, that any machine can read. */
export default class PlainSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0
    let failed = 0
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') passed += 1
        else failed += 1
      }
      if (module.state() === 'failed' && module.children.size === 0) failed += 1
    }
    process.stdout.write(`\n${String(passed)} passed, ${String(failed)} failed\n`)
  }
}
