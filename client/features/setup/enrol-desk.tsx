import { useState, type SubmitEvent } from 'react'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Link } from '../../ui/router/router.tsx'

type Trouble = { readonly at: 'code' | 'hub'; readonly sentence: string }

/** Makes this PC a desk of the clinic that gave the code. Once done the worker tells the new state. */
export default function EnrolDesk() {
  const t = useT()
  const ask = useAsk()
  const [code, setCode] = useState('')
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const enrol = async (event: SubmitEvent) => {
    event.preventDefault()
    if (working) return
    if (code.trim() === '') {
      setTrouble({ at: 'code', sentence: t('setup.code.missing') })
      document.getElementById('enrolment-code')?.focus()
      return
    }
    setWorking(true)
    setTrouble(null)
    const answer = await ask('desk.enrol', { code: code.trim() }).catch(() => null)
    setWorking(false)
    if (answer?.ok) return
    const problem = answer?.problem ?? 'unexpected'
    setTrouble({ at: problem.startsWith('enrolment-') ? 'code' : 'hub', sentence: problemText(problem, t) })
  }

  return (
    <>
      <form className="panel stack" onSubmit={(event) => void enrol(event)} noValidate>
        <h1>{t('setup.title')}</h1>
        <p>{t('setup.words')}</p>
        {trouble?.at === 'hub' && (
          <Notice tone="bad" role="alert">
            {trouble.sentence}
          </Notice>
        )}
        <TextField
          id="enrolment-code"
          label={t('setup.code')}
          value={code}
          onType={setCode}
          error={trouble?.at === 'code' ? trouble.sentence : undefined}
          autoFocus
          autoCapitalize="characters"
          className="code-input"
        />
        <p>
          <Button type="submit" look="primary" aria-disabled={working}>
            {t(working ? 'setup.working' : 'setup.do')}
          </Button>
        </p>
      </form>
      <p className="gate-foot">
        <Link to="/dinas">{t('setup.dinas')}</Link>
      </p>
    </>
  )
}
