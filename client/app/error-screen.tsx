import { Component, type ReactNode } from 'react'
import { useT } from '../i18n/language.tsx'
import { Button } from '../ui/button.tsx'
import { Gate } from './gate.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly failed: boolean }

/** Catches what a screen threw and says in plain words that nothing saved is lost. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <ErrorScreen /> : this.props.children
  }
}

function ErrorScreen() {
  const t = useT()
  return (
    <Gate>
      <section className="panel stack" role="alert">
        <h1>{t('error.title')}</h1>
        <p>{t('error.words')}</p>
        <Reload />
      </section>
    </Gate>
  )
}

/** The stores of this PC could not be opened: nothing may be typed that could not be kept. */
export function StorageTrouble() {
  const t = useT()
  return (
    <Gate>
      <section className="panel stack" role="alert">
        <h1>{t('error.storage.title')}</h1>
        <p>{t('error.storage.words')}</p>
        <Reload />
      </section>
    </Gate>
  )
}

function Reload() {
  const t = useT()
  return (
    <p>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t('error.reload')}
      </Button>
    </p>
  )
}
