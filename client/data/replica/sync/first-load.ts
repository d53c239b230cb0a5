import type { FirstLoad } from '../../bridge/contract.ts'
import type { DeskSettings } from '../../desk/settings.ts'
import { isNeededToRegister } from './desk-databases.ts'

type Step = FirstLoad['steps'][number]

/** How far the databases of the person who sits here have been loaded for the first time. */
export type LoadProgress = {
  readonly isLoaded: (database: string) => boolean
  /** The databases to show, in the order in which they are loaded. */
  readonly plan: (databases: readonly string[]) => void
  readonly read: (database: string, read: number, total: number | null) => void
  readonly done: (database: string) => Promise<void>
  /** It is to be loaded once more. */
  readonly lost: (database: string) => Promise<void>
  readonly state: () => FirstLoad
  readonly reload: () => Promise<void>
  /** What the leading tab told. */
  readonly adopt: (told: FirstLoad) => void
}

function readiness(steps: readonly Step[]): FirstLoad['ready'] {
  if (steps.length === 0) return 'nothing'
  if (steps.every((step) => step.done)) return 'all'
  const needed = steps.filter((step) => isNeededToRegister(step.database))
  return needed.length > 0 && needed.every((step) => step.done) ? 'registry' : 'nothing'
}

export function loadProgress(settings: DeskSettings): LoadProgress {
  let loaded: ReadonlySet<string> = new Set<string>()
  let steps: readonly Step[] = []

  function set(database: string, change: Partial<Step>): void {
    steps = steps.map((step) => (step.database === database ? { ...step, ...change } : step))
  }

  return {
    isLoaded: (database) => loaded.has(database),
    plan(databases) {
      const known = new Map(steps.map((step) => [step.database, step]))
      steps = databases.map((database) => {
        const step = known.get(database) ?? { database, read: 0, total: null, done: false }
        return { ...step, done: loaded.has(database) }
      })
    },
    read: (database, read, total) => set(database, { read, total }),
    async done(database) {
      loaded = new Set([...loaded, database])
      set(database, { done: true })
      await settings.set('loaded', [...loaded])
    },
    async lost(database) {
      loaded = new Set([...loaded].filter((one) => one !== database))
      set(database, { done: false })
      await settings.set('loaded', [...loaded])
    },
    state: () => ({ ready: readiness(steps), steps }),
    async reload() {
      loaded = new Set(await settings.get('loaded'))
      steps = steps.map((step) => ({ ...step, done: loaded.has(step.database) }))
    },
    adopt(told) {
      steps = told.steps
    },
  }
}
