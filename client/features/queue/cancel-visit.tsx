import { useState, type SubmitEvent } from 'react'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import type { DayVisit } from '../../data/read-model/views.ts'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = { readonly line: DayVisit; readonly onClose: () => void }

/** A visit is cancelled with its reason; it stays on the list and its number is not given again. */
export function CancelVisit({ line, onClose }: Props) {
  const t = useT()
  const ask = useAsk()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const cancel = async (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() === '') {
      focusField('cancel-reason')
      return
    }
    const answer = await ask('visits.cancel', { encounter: line.visit._id, reason: reason.trim() }).catch(
      () => null,
    )
    if (answer?.ok) onClose()
    else setTrouble(problemText(answer?.problem ?? 'unexpected', t))
  }

  return (
    <Dialog title={t('queue.cancel.title', { name: line.patientName })} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void cancel(event)}>
        <p>{t('queue.cancel.words')}</p>
        {trouble && (
          <Notice tone="bad" role="alert">
            {trouble}
          </Notice>
        )}
        <TextField
          id="cancel-reason"
          label={t('queue.cancel.reason')}
          value={reason}
          onType={setReason}
          maxLength={200}
          data-focus-first
          error={asked && reason.trim() === '' ? t('queue.cancel.reason.missing') : undefined}
        />
        <div className="row row-end">
          <Button onClick={onClose}>{t('common.back')}</Button>
          <Button type="submit" look="danger">
            {t('queue.cancel.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
