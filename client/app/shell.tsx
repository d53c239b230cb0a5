import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { DeskState } from '../data/bridge/contract.ts'
import { StillLoading } from '../features/first-load/still-loading.tsx'
import { SignInAgain } from '../features/sign-in/sign-in-again.tsx'
import { SignOut } from '../features/sign-in/sign-out.tsx'
import { SyncStrip } from '../features/sync-status/sync-strip.tsx'
import { useT } from '../i18n/language.tsx'
import { useRouter } from '../ui/router/router.tsx'
import { Gate } from './gate.tsx'
import { KeyHelp } from './key-help.tsx'
import { useKeyMap } from './key-map.ts'
import { NotFound } from './not-found.tsx'
import { routeAt, startOf } from './routes.ts'
import { TopBar } from './top-bar.tsx'
import { UpdateNote } from './update-note.tsx'

/** Seen once on a PC. */
const FirstLoad = lazy(() => import('../features/first-load/first-load.tsx'))

type SignedIn = Extract<DeskState, { stage: 'signed-in' | 'district' }>
/** A screen fetched for the first time has set its own focus by then. */
const FOCUS_AFTER_MS = 300

/** Addresses at which one signs in: from there each goes to the first screen of their own. */
const BEFORE_SIGN_IN: readonly string[] = ['/', '/dinas']

type Open = 'nothing' | 'keys' | 'sign-out' | 'sign-in-again'

/** Everything around a screen once somebody is signed in: bar, strip, keys and the few dialogs of the shell. */
export function Shell({ state }: { state: SignedIn }) {
  const t = useT()
  const { path } = useRouter()
  const [open, setOpen] = useState<Open>('nothing')
  const show = useCallback((what: Open) => () => setOpen(what), [])
  const close = show('nothing')
  const desk = state.stage === 'signed-in' ? state.desk : null
  const loading = state.stage === 'signed-in' ? state.firstLoad : null
  const blocked = loading?.ready === 'nothing'
  useKeyMap({ person: state.person, onHelp: show('keys'), onSwitch: show('sign-out') })

  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      {!blocked && (
        <TopBar person={state.person} desk={desk} onKeys={show('keys')} onSignOut={show('sign-out')} />
      )}
      <UpdateNote />
      {blocked ? (
        <Gate>
          <Suspense>
            <FirstLoad load={loading} onSignOut={show('sign-out')} />
          </Suspense>
        </Gate>
      ) : (
        <main id="content" className="page-frame" tabIndex={-1}>
          {loading?.ready === 'registry' && <StillLoading load={loading} />}
          <ScreenAt path={path} person={state.person} />
        </main>
      )}
      {desk && <SyncStrip onSignInAgain={show('sign-in-again')} />}
      {open === 'keys' && <KeyHelp person={state.person} onClose={close} />}
      {open === 'sign-out' && <SignOut counting={desk !== null} onClose={close} />}
      {open === 'sign-in-again' && <SignInAgain person={state.person} onClose={close} />}
    </>
  )
}

/** A screen that puts the cursor nowhere gives the focus to its content, so that keys and readers begin there. */
function useFocusOnArrival(screen: string): void {
  useEffect(() => {
    const later = setTimeout(() => {
      if (document.activeElement === document.body) document.getElementById('content')?.focus()
    }, FOCUS_AFTER_MS)
    return () => clearTimeout(later)
  }, [screen])
}

function ScreenAt({ path, person }: { path: string; person: SignedIn['person'] }) {
  const t = useT()
  const { go } = useRouter()
  const arrived = routeAt(path, person)
  useFocusOnArrival(path.split('?')[0] ?? '')
  const start = startOf(person)
  const address = path.split('?')[0] ?? ''
  const elsewhere = !arrived && BEFORE_SIGN_IN.includes(address) && start !== address
  useEffect(() => {
    if (elsewhere) go(start, { replace: true })
  }, [elsewhere, go, start])
  if (elsewhere) return null
  if (!arrived) return <NotFound to={start} />
  const Screen = arrived.route.screen
  return (
    <Suspense fallback={<p className="page soft">{t('common.reading')}</p>}>
      <Screen key={path.split('?')[0]} params={arrived.params} />
    </Suspense>
  )
}
