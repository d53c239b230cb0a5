import type { PersonHere } from '../../data/bridge/contract.ts'
import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordForm } from './password-form.tsx'

type Props = { readonly person: PersonHere; readonly onClose: () => void }

/** Renews the sign-in at the hub without leaving the screen, so that what waits can be sent. */
export function SignInAgain({ person, onClose }: Props) {
  const t = useT()
  return (
    <Dialog title={t('sign-in.title')} onClose={onClose}>
      <PasswordForm
        person={person}
        onDone={onClose}
        aside={<Button onClick={onClose}>{t('common.cancel')}</Button>}
      />
    </Dialog>
  )
}
