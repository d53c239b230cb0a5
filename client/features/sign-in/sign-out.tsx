import { useState } from 'react'
import { useAsk, useSyncStatus } from '../../data/bridge/use-data-worker.tsx'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useRouter } from '../../ui/router/router.tsx'

type Props = {
  /** Says how many records wait; not asked at the Dinas, where nothing is stored. */
  readonly counting: boolean
  readonly onClose: () => void
}

/** Signing out says how much is not sent yet; nothing is lost by it. */
export function SignOut({ counting, onClose }: Props) {
  const t = useT()
  const ask = useAsk()
  const { go } = useRouter()
  const waiting = useSyncStatus()?.waiting ?? 0
  const [trouble, setTrouble] = useState<string | null>(null)

  const signOut = async () => {
    const answer = await ask('person.sign-out', {}).catch(() => null)
    if (answer?.ok) {
      onClose()
      go('/', { replace: true })
    } else setTrouble(problemText(answer?.problem ?? 'unexpected', t))
  }

  return (
    <Dialog title={t('sign-out.title')} onClose={onClose}>
      <div className="stack">
        {trouble && (
          <Notice tone="bad" role="alert">
            {trouble}
          </Notice>
        )}
        {counting && (
          <Notice tone={waiting > 0 ? 'wait' : 'good'}>
            {waiting > 0 ? t('sign-out.waiting', { n: waiting }) : t('sign-out.nothing-waiting')}
          </Notice>
        )}
        <div className="row row-end">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" data-focus-first onClick={() => void signOut()}>
            {t('sign-out.do')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
