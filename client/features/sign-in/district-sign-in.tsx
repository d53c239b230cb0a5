import { useT } from '../../i18n/language.tsx'
import { Link } from '../../ui/router/router.tsx'
import { PasswordForm } from './password-form.tsx'

/** For people of the Dinas and the district's admin, on a PC that is no desk. */
export default function DistrictSignIn() {
  const t = useT()
  return (
    <>
      <section className="panel stack">
        <h1>{t('sign-in.dinas.title')}</h1>
        <p>{t('sign-in.dinas.words')}</p>
        <PasswordForm person={null} />
      </section>
      <p className="gate-foot">
        <Link to="/">{t('sign-in.to-setup')}</Link>
      </p>
    </>
  )
}
