import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type AnchorHTMLAttributes,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react'

/**
 * Addresses of screens over the browser's history. Small on purpose: a router library is a tenth of the desk's script
 * budget (docs/decisions/component-library.md). No address and no title ever carries a person's data.
 */
export type Location = {
  readonly path: string
  /** What the screen before hands on, in memory only: the browser writes addresses and history entries to disk. */
  readonly carried: unknown
}

/** Asked before leaving; answers whether to go. */
type Guard = () => Promise<boolean>

type Router = Location & {
  readonly go: (path: string, options?: { replace?: boolean; carry?: unknown }) => void
  readonly back: () => void
  /** Asks before any leaving until taken away again; for screens with something typed and not saved. */
  readonly setGuard: (guard: Guard | null) => void
  readonly isGuarded: () => boolean
}

type Entry = { readonly index: number }

const RouterContext = createContext<Router | null>(null)

function entryNow(): Entry {
  const state: unknown = history.state
  if (typeof state === 'object' && state !== null && 'index' in state) return state as Entry
  return { index: 0 }
}

function pathNow(): string {
  return window.location.pathname + window.location.search
}

export function RouterProvider({ children }: { children: ReactNode }) {
  const [location, setLocation] = useState<Location>(() => ({ path: pathNow(), carried: undefined }))
  const carried = useRef(new Map<number, unknown>())
  const guard = useRef<Guard | null>(null)
  const at = useRef(entryNow().index)
  const passing = useRef(false)

  const mayLeave = useCallback(async () => {
    const asked = guard.current
    if (!asked) return true
    const leave = await asked()
    if (leave) guard.current = null
    return leave
  }, [])

  useEffect(() => {
    const arrive = () => {
      at.current = entryNow().index
      setLocation({ path: pathNow(), carried: carried.current.get(at.current) })
    }
    const moved = () => {
      const by = entryNow().index - at.current
      if (passing.current || !guard.current || by === 0) {
        passing.current = false
        arrive()
        return
      }
      // The browser has gone already: return first, ask, then go again.
      passing.current = true
      history.go(-by)
      void mayLeave().then((leave) => {
        if (!leave) return
        passing.current = true
        history.go(by)
      })
    }
    window.addEventListener('popstate', moved)
    return () => window.removeEventListener('popstate', moved)
  }, [mayLeave])

  const go = useCallback<Router['go']>(
    (path, options = {}) => {
      void mayLeave().then((leave) => {
        if (!leave) return
        const index = options.replace ? at.current : at.current + 1
        const entry: Entry = { index }
        if (options.replace) history.replaceState(entry, '', path)
        else history.pushState(entry, '', path)
        at.current = index
        carried.current.set(index, options.carry)
        setLocation({ path: pathNow(), carried: options.carry })
        window.scrollTo(0, 0)
      })
    },
    [mayLeave],
  )
  const back = useCallback(() => {
    if (at.current > 0) history.back()
    else go('/')
  }, [go])
  const setGuard = useCallback((next: Guard | null) => {
    guard.current = next
  }, [])

  const isGuarded = useCallback(() => guard.current !== null, [])
  const router = useMemo(
    () => ({ ...location, go, back, setGuard, isGuarded }),
    [location, go, back, setGuard, isGuarded],
  )
  return <RouterContext value={router}>{children}</RouterContext>
}

export function useRouter(): Router {
  const router = use(RouterContext)
  if (!router) throw new Error('useRouter outside RouterProvider')
  return router
}

/** The values in a path by a pattern with `:names`, or `null` where it does not match: `/patients/:id`. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/')
  const parts = (path.split('?')[0] ?? '').split('/')
  if (wanted.length !== parts.length) return null
  const values: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const part = parts[index] ?? ''
    if (want.startsWith(':')) values[want.slice(1)] = decodeURIComponent(part)
    else if (want !== part) return null
  }
  return values
}

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  readonly to: string
  readonly carry?: unknown
  readonly ref?: Ref<HTMLAnchorElement>
}

/** A link to another screen; with Ctrl, Shift or the middle button the browser does what it always does. */
export function Link({ to, carry, onClick, ...rest }: LinkProps) {
  const { go } = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.shiftKey ||
      event.metaKey ||
      event.altKey
    )
      return
    event.preventDefault()
    go(to, carry === undefined ? {} : { carry })
  }
  return <a href={to} onClick={follow} {...rest} />
}
