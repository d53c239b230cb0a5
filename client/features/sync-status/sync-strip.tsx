import { useCallback, useEffect, useRef, useState } from 'react'
import { epochMsOf } from '../../../shared/calendar/instant.ts'
import { useAsk, useSyncStatus } from '../../data/bridge/use-data-worker.tsx'
import { useClinic, useHubNow } from '../../data/read-model/use-clinic.ts'
import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ToneSign } from '../../ui/notice.tsx'
import { Link } from '../../ui/router/router.tsx'
import { stripContent } from './strip-content.ts'

/** At most one announcement to screen readers in this time. */
const QUIET_MS = 30_000

/** On every screen: what is saved here, what waits, what is in the way, and what can be done. */
export function SyncStrip({ onSignInAgain }: { onSignInAgain: () => void }) {
  const t = useT()
  const ask = useAsk()
  const status = useSyncStatus()
  const { zone, today } = useClinic()
  const now = useHubNow(QUIET_MS)
  const [asked, setAsked] = useState(false)
  const strip = status && stripContent(status, { now, zone, today }, t)
  const bar = useStripHeight()
  const spoken = useSpoken(strip?.words.slice(0, 2).join(', ') ?? '', epochMsOf(now))

  if (!status || !strip) {
    return (
      <footer className="strip">
        <p className="soft">{t('strip.loading')}</p>
      </footer>
    )
  }
  const sendNow = async () => {
    setAsked(true)
    await ask('sync.now', {}).catch(() => null)
    setAsked(false)
  }
  return (
    <footer ref={bar} className={`strip strip-${strip.tone}`} aria-label={t('strip.label')}>
      <ToneSign tone={strip.tone} />
      <p className="strip-words">
        {strip.words.map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </p>
      {status.refused > 0 && <Link to="/refused">{t('strip.refused', { n: status.refused })}</Link>}
      {strip.action === 'sign-in' && <Button onClick={onSignInAgain}>{t('sign-in.do')}</Button>}
      {strip.action === 'send' && (
        <Button aria-disabled={asked} onClick={() => void sendNow()}>
          {t('strip.send-now')}
        </Button>
      )}
      <p className="unseen" role="status">
        {spoken}
      </p>
    </footer>
  )
}

/** Tells the style sheets how high the strip stands, for what sticks above it. */
function useStripHeight() {
  return useCallback((bar: HTMLElement | null) => {
    if (!bar) return undefined
    const watch = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--strip-height', `${bar.offsetHeight}px`)
    })
    watch.observe(bar)
    return () => watch.disconnect()
  }, [])
}

/** The words as last announced: they follow the strip, but not more often than every thirty seconds. */
function useSpoken(words: string, nowMs: number): string {
  const [spoken, setSpoken] = useState(words)
  const since = useRef(nowMs)
  useEffect(() => {
    if (words === spoken || nowMs - since.current < QUIET_MS) return
    since.current = nowMs
    setSpoken(words)
  }, [words, spoken, nowMs])
  return spoken
}
