import type { ReactNode } from 'react'
import { useT } from '../i18n/language.tsx'
import { LanguageSwitch } from './language-switch.tsx'

/** The frame of screens before anybody is signed in. */
export function Gate({ children }: { children: ReactNode }) {
  const t = useT()
  return (
    <main className="gate" id="content">
      <div className="gate-foot">
        <p className="gate-name">
          <img src="/icons/icon.svg" alt="" />
          {t('app.name')}
        </p>
        <LanguageSwitch />
      </div>
      {children}
    </main>
  )
}
