/** One line that says what is being done; on a terminal it is written over, elsewhere each new activity is a line. */
export type Progress = {
  readonly doing: (what: string) => void
  /** Ends the line with what came of it. */
  readonly done: (what: string) => void
}

type Out = { readonly isTTY?: boolean; readonly write: (text: string) => unknown }

const ERASE_LINE = '\r\u001b[2K'
/** Without a terminal a changing number is printed only that often. */
const EVERY = 10

export function progressOn(out: Out): Progress {
  let calls = 0
  let activity = ''

  function doing(what: string): void {
    if (out.isTTY) {
      out.write(`${ERASE_LINE}${what}`)
      return
    }
    const now = what.replace(/\d+/g, '')
    if (now !== activity || calls % EVERY === 0) out.write(`${what}\n`)
    calls = now === activity ? calls + 1 : 1
    activity = now
  }

  return {
    doing,
    done: (what) => {
      activity = ''
      out.write(out.isTTY ? `${ERASE_LINE}${what}\n` : `${what}\n`)
    },
  }
}
