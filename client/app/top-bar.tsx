import type { DeskIdentity, PersonHere } from '../data/bridge/contract.ts'
import { useFacility } from '../data/read-model/use-read.ts'
import { useT } from '../i18n/language.tsx'
import { Key } from '../ui/key.tsx'
import { Link, useRouter } from '../ui/router/router.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { ROUTES, startOf } from './routes.ts'

type Props = {
  readonly person: PersonHere
  /** `null` where the PC is no desk: at the Dinas. */
  readonly desk: DeskIdentity | null
  readonly onKeys: () => void
  readonly onSignOut: () => void
}

export function TopBar({ person, desk, onKeys, onSignOut }: Props) {
  const t = useT()
  return (
    <header className="top-bar">
      <Link className="top-name" to={startOf(person)}>
        <img src="/icons/icon.svg" alt="" />
        {desk ? <ClinicName /> : t('app.name')}
      </Link>
      <nav className="top-nav" aria-label={t('app.menu')}>
        <ul className="top-links">
          {ROUTES.flatMap((route) =>
            route.menu && route.may(person)
              ? [<MenuLink key={route.path} to={route.path} menu={route.menu} />]
              : [],
          )}
        </ul>
      </nav>
      <div className="top-person">
        <span className="top-who">
          {person.name}
          {desk && <span className="top-desk">{t('menu.desk', { letter: desk.letter })}</span>}
        </span>
        <button type="button" onClick={onSignOut}>
          {t('menu.sign-out')}
        </button>
        <button type="button" onClick={onKeys} aria-keyshortcuts="?">
          {t('menu.keys')}
          <Key of="?" />
        </button>
        <LanguageSwitch />
      </div>
    </header>
  )
}

function ClinicName() {
  const t = useT()
  return <>{useFacility()?.name ?? t('app.name')}</>
}

type MenuLinkProps = { readonly to: string; readonly menu: NonNullable<(typeof ROUTES)[number]['menu']> }

function MenuLink({ to, menu }: MenuLinkProps) {
  const t = useT()
  const { path } = useRouter()
  const here = to === '/' ? path === '/' || path.startsWith('/patients') : path.startsWith(to)
  return (
    <li>
      <Link to={to} aria-current={here ? 'page' : undefined} aria-keyshortcuts={menu.keys}>
        {t(menu.words)}
        {menu.keys && <Key of={menu.keys} />}
      </Link>
    </li>
  )
}
