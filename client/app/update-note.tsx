import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/language.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useRouter } from '../ui/router/router.tsx'

/** How often the hub is asked for a newer program; a third waiting one fires no event (workbox #2470). */
const LOOK_EVERY_MS = 30 * 60_000

/** Registers the service worker and calls when a newer program waits, or was taken by another tab under this one. */
async function register(newer: () => void): Promise<void> {
  if (!import.meta.env.PROD) return
  const { Workbox } = await import('workbox-window')
  const workbox = new Workbox('/service-worker.js')
  const hadOne = navigator.serviceWorker.controller !== null
  workbox.addEventListener('waiting', newer)
  workbox.addEventListener('controlling', (event) => {
    if (hadOne && event.isExternal) newer()
  })
  const registration = await workbox.register()
  const look = () => {
    if (hadOne && registration?.waiting) newer()
  }
  look()
  setInterval(() => {
    registration?.update().then(look, () => {
      // No hub now; the next look will do.
    })
  }, LOOK_EVERY_MS)
}

/** Lets the waiting program take over and begins again with it; where none waits any more it has taken over already. */
async function takeOver(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  if (!registration?.waiting) {
    window.location.reload()
    return
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  registration.waiting.postMessage({ type: 'SKIP_WAITING' })
}

/** Says that a newer program is there. It is never taken over something unfinished, and never by itself. */
export function UpdateNote() {
  const t = useT()
  const { isGuarded } = useRouter()
  const [newer, setNewer] = useState(false)
  const [unfinished, setUnfinished] = useState(false)
  const started = useRef(false)

  useEffect(() => {
    if (started.current) return
    started.current = true
    register(() => setNewer(true)).catch(() => {
      // Without a service worker the program still runs while the hub answers.
    })
  }, [])

  if (!newer) return null
  const take = () => {
    setUnfinished(isGuarded())
    if (!isGuarded()) void takeOver()
  }
  return (
    <div className="note-frame">
      <Notice tone="info" role="status" actions={<Button onClick={take}>{t('app.update.now')}</Button>}>
        <strong>{t('app.update')}</strong> {t(unfinished ? 'app.update.draft' : 'app.update.hint')}
      </Notice>
    </div>
  )
}
