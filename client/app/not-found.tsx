import { useT } from '../i18n/language.tsx'
import { Link } from '../ui/router/router.tsx'

export function NotFound({ to }: { to: string }) {
  const t = useT()
  return (
    <div className="page page-narrow stack">
      <h1>{t('app.not-found')}</h1>
      <p>{t('app.not-found.hint')}</p>
      <p>
        <Link className="button button-primary" to={to}>
          {t('app.to-start')}
        </Link>
      </p>
    </div>
  )
}
