import { useEffect } from 'react'
import type { PersonHere } from '../data/bridge/contract.ts'
import type { PlainKey } from '../i18n/translate.ts'
import { matchPath, useRouter } from '../ui/router/router.tsx'
import { ROUTES, routeAt } from './routes.ts'

/** Keys that the shell or a screen answers to, for the help; none of them is one of the browser's. */
export const KEYS: readonly { readonly keys: string; readonly words: PlainKey }[] = [
  { keys: 'F2', words: 'keys.search' },
  { keys: '/', words: 'keys.search' },
  { keys: '↑+↓+Enter', words: 'keys.choose' },
  { keys: 'Ctrl+Enter', words: 'keys.save' },
  { keys: 'Alt+B', words: 'keys.new' },
  { keys: 'Alt+K', words: 'keys.visit' },
  { keys: 'Alt+A', words: 'keys.queue' },
  { keys: 'Alt+U', words: 'keys.close-day' },
  { keys: 'Alt+P', words: 'keys.poli' },
  { keys: 'Alt+H', words: 'keys.attendance' },
  { keys: 'Esc', words: 'keys.back' },
  { keys: 'F8', words: 'keys.switch' },
  { keys: '?', words: 'keys.help' },
]

type Needs = { readonly person: PersonHere; readonly onHelp: () => void; readonly onSwitch: () => void }

/** Single characters are only shortcuts where nobody is typing. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const field = target.closest('input, textarea, select')
  return (
    field !== null &&
    !(field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
  )
}

/** What a key press means to the shell, as a word; `null` where it means nothing. */
export function pressed(event: KeyboardEvent, path: string): string | null {
  if (event.ctrlKey || event.metaKey) return null
  if (event.altKey) {
    const letter = event.code.startsWith('Key') ? event.code.slice(3) : ''
    if (letter === 'B') return '/patients/new'
    if (letter === 'K') return visitOfShown(path)
    if (letter === 'U') return '/queue/close-day'
    return ROUTES.find((route) => route.menu?.keys === `Alt+${letter}`)?.path ?? null
  }
  if (event.key === 'F2') return '/'
  if (event.key === 'F8') return 'switch'
  if (event.key === 'Escape') return 'back'
  if (isTyping(event.target)) return null
  if (event.key === '/') return '/'
  return event.key === '?' ? 'help' : null
}

function visitOfShown(path: string): string | null {
  const shown = matchPath('/patients/:id', path)
  return shown?.['id'] && shown['id'] !== 'new' ? `/patients/${shown['id']}/visit` : null
}

/** The keys of the whole program; a screen that handles a key itself stops it before it gets here. */
export function useKeyMap({ person, onHelp, onSwitch }: Needs): void {
  const { path, go, back } = useRouter()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const meant = pressed(event, path)
      if (meant === null) return
      if (meant === 'back' && path === '/') return
      if (meant.startsWith('/') && !routeAt(meant, person)) return
      event.preventDefault()
      if (meant === 'help') onHelp()
      else if (meant === 'switch') onSwitch()
      else if (meant === 'back') back()
      else if (meant === '/' && path === '/') document.getElementById('search-box')?.focus()
      else go(meant)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [path, go, back, person, onHelp, onSwitch])
}
