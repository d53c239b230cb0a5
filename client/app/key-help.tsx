import type { PersonHere } from '../data/bridge/contract.ts'
import { useT } from '../i18n/language.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Key } from '../ui/key.tsx'
import { KEYS } from './key-map.ts'
import { ROUTES } from './routes.ts'

type Props = { readonly person: PersonHere; readonly onClose: () => void }

/** The keys of this person's screens, as on the printed card. */
export function KeyHelp({ person, onClose }: Props) {
  const t = useT()
  const closed = new Set(
    ROUTES.flatMap((route) => (route.menu?.keys && !route.may(person) ? [route.menu.keys] : [])),
  )
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className="facts key-list">
        {KEYS.filter(({ keys }) => !closed.has(keys)).map(({ keys, words }) => (
          <div key={keys} className="key-line">
            <dt>
              <Key of={keys} />
              <span className="unseen">{keys}</span>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">{t('keys.words')}</p>
      <div className="row row-end">
        <Button look="primary" data-focus-first onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </Dialog>
  )
}
