import { firstMessages } from './first-messages.id.ts'
import type { PlainKey, Translate } from './translate.ts'

type ProblemKey = Extract<PlainKey, `problem.${string}`>

function isProblemKey(key: string): key is ProblemKey {
  return key in firstMessages
}

/** The sentence of a problem that a command answered with; never the bare code. */
export function problemText(problem: string, t: Translate): string {
  const key = `problem.${problem}`
  return t(isProblemKey(key) ? key : 'problem.unexpected')
}
