import { lazy, Suspense } from 'react'
import { DataWorkerProvider, PersonProvider } from '../data/bridge/use-data-worker.tsx'
import type { DataWorker, DeskState } from '../data/bridge/contract.ts'
import { SignIn } from '../features/sign-in/sign-in.tsx'
import { LanguageProvider, useT } from '../i18n/language.tsx'
import { RouterProvider, useRouter } from '../ui/router/router.tsx'
import { ErrorBoundary, StorageTrouble } from './error-screen.tsx'
import { Gate } from './gate.tsx'
import { Shell } from './shell.tsx'
import { useDesk } from './use-desk.ts'

/** Screens that a desk sees once and the Dinas at a sign-in: they do not weigh on every start. */
const EnrolDesk = lazy(() => import('../features/setup/enrol-desk.tsx'))
const DistrictSignIn = lazy(() => import('../features/sign-in/district-sign-in.tsx'))

/** Providers from the outside in; what the PC is and who sits at it decides what is shown. */
export function App({ worker }: { worker: DataWorker }) {
  return (
    <LanguageProvider>
      <ErrorBoundary>
        <RouterProvider>
          <DataWorkerProvider worker={worker}>
            <Stage />
          </DataWorkerProvider>
        </RouterProvider>
      </ErrorBoundary>
    </LanguageProvider>
  )
}

function Stage() {
  const t = useT()
  const desk = useDesk()
  if (desk.kind === 'opening') {
    return (
      <Gate>
        <p role="status">{t('app.loading')}</p>
      </Gate>
    )
  }
  if (desk.kind === 'broken') return <StorageTrouble />
  return <StageOf state={desk.state} />
}

function StageOf({ state }: { state: DeskState }) {
  const { path } = useRouter()
  switch (state.stage) {
    case 'not-enrolled':
      return (
        <Gate>
          <Suspense>{path === '/dinas' ? <DistrictSignIn /> : <EnrolDesk />}</Suspense>
        </Gate>
      )
    case 'signed-out':
      return (
        <Gate>
          <SignIn desk={state.desk} people={state.people} />
        </Gate>
      )
    case 'signed-in':
    case 'district':
      return (
        <PersonProvider person={state.person}>
          <Shell key={state.person.username} state={state} />
        </PersonProvider>
      )
  }
}
