import { useEffect, useRef, useState } from 'react'
import type { Workbox } from 'workbox-window'
import { useT } from '../i18n/language.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useRouter } from '../ui/router/router.tsx'

/** `waiting`: fetched, taken when somebody says so. `taken`: another tab took it; this one runs the older program. */
type Newer = 'none' | 'waiting' | 'taken'

/** How often the hub is asked for a newer program; a third waiting one fires no event (workbox #2470). */
const LOOK_EVERY_MS = 30 * 60_000

async function register(told: (newer: Newer) => void): Promise<Workbox | null> {
  if (!import.meta.env.PROD) return null
  const { Workbox: Made } = await import('workbox-window')
  const workbox = new Made('/service-worker.js')
  const hadOne = navigator.serviceWorker.controller !== null
  workbox.addEventListener('waiting', () => told('waiting'))
  workbox.addEventListener('controlling', (event) => {
    if (hadOne && event.isExternal) told('taken')
  })
  const registration = await workbox.register()
  if (registration?.waiting && hadOne) told('waiting')
  setInterval(() => {
    registration?.update().then(
      () => {
        if (registration.waiting) told('waiting')
      },
      () => {
        // No hub now; the next look will do.
      },
    )
  }, LOOK_EVERY_MS)
  return workbox
}

/** Says that a newer program is there. It is never taken over something unfinished, and never by itself. */
export function UpdateNote() {
  const t = useT()
  const { isGuarded } = useRouter()
  const [newer, setNewer] = useState<Newer>('none')
  const [unfinished, setUnfinished] = useState(false)
  const workbox = useRef<Workbox | null>(null)
  const started = useRef(false)

  useEffect(() => {
    if (started.current) return
    started.current = true
    register(setNewer).then(
      (registered) => {
        workbox.current = registered
      },
      () => {
        // Without a service worker the program still runs while the hub answers.
      },
    )
  }, [])

  if (newer === 'none') return null
  const take = () => {
    if (isGuarded()) {
      setUnfinished(true)
      return
    }
    if (newer === 'taken') {
      window.location.reload()
      return
    }
    workbox.current?.addEventListener('controlling', () => window.location.reload())
    workbox.current?.messageSkipWaiting()
  }
  return (
    <div className="note-frame">
      <Notice tone="info" role="status" actions={<Button onClick={take}>{t('app.update.now')}</Button>}>
        <strong>{t('app.update')}</strong> {t(unfinished ? 'app.update.draft' : 'app.update.hint')}
      </Notice>
    </div>
  )
}
