import { useState, type SubmitEvent, type ReactNode } from 'react'
import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSignIn } from './use-sign-in.ts'

type Props = {
  /** The person whose password is asked for; `null` asks for the name too. */
  readonly person: { readonly username: string; readonly name: string } | null
  readonly onDone?: () => void
  readonly aside?: ReactNode
}

/** Asks for a password, and for a name where none is known. Nothing typed here is offered by the browser later. */
export function PasswordForm({ person, onDone, aside }: Props) {
  const t = useT()
  const { signIn, working, trouble } = useSignIn()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const done = await signIn(person?.username ?? username, password)
    if (done) onDone?.()
    else {
      setPassword('')
      focusField(!person && username.trim() === '' ? 'username' : 'password')
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      {trouble?.at === 'form' && (
        <Notice tone="bad" role="alert">
          {trouble.sentence}
        </Notice>
      )}
      {!person && (
        <TextField
          id="username"
          label={t('sign-in.username')}
          value={username}
          onType={setUsername}
          error={trouble?.at === 'username' ? trouble.sentence : undefined}
          autoCapitalize="none"
          autoFocus
        />
      )}
      <TextField
        id="password"
        label={person ? t('sign-in.password-of', { name: person.name }) : t('sign-in.password')}
        value={password}
        onType={setPassword}
        error={trouble?.at === 'password' ? trouble.sentence : undefined}
        type="password"
        autoComplete="off"
        autoFocus={person !== null}
      />
      <div className="row">
        <Button type="submit" look="primary" aria-disabled={working}>
          {t(working ? 'sign-in.working' : 'sign-in.do')}
        </Button>
        {aside}
      </div>
    </form>
  )
}
