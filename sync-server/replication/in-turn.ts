/** Runs tasks of one name one after the other, tasks of different names side by side. */
export type InTurn = <Result>(name: string, task: () => Promise<Result>) => Promise<Result>

/**
 * Two pushes into one database must not both find an id free (rule GW15). It holds within one process; between
 * several the hub's sweep finds what met meanwhile.
 */
export function inTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return async (name, task) => {
    const before = last.get(name) ?? Promise.resolve()
    const mine = before.then(task, task)
    last.set(name, mine)
    try {
      return await mine
    } finally {
      if (last.get(name) === mine) last.delete(name)
    }
  }
}
