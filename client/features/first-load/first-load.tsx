import { useState } from 'react'
import { parseDatabaseName } from '../../../shared/access/databases.ts'
import type { FirstLoad as Load } from '../../data/bridge/contract.ts'
import { useSyncStatus } from '../../data/bridge/use-data-worker.tsx'
import { numberText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { epochMsOf } from '../../../shared/calendar/instant.ts'
import { useNow } from '../../platform/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, Tag } from '../../ui/notice.tsx'
import { timeLeft } from './time-left.ts'

type Props = { readonly load: Load; readonly onSignOut: () => void }
type Step = Load['steps'][number]

/** A new PC reads the clinic's records: how far, how many, how long still; registering begins before the end. */
export default function FirstLoad({ load, onSignOut }: Props) {
  const t = useT()
  const offline = useSyncStatus()?.state === 'offline'
  return (
    <section className="panel stack">
      <h1>{t('first-load.title')}</h1>
      <p>{t('first-load.words')}</p>
      {offline && (
        <Notice tone="wait" role="status">
          {t('first-load.offline')}
        </Notice>
      )}
      <ol className="load-steps">
        {load.steps.map((step) => (
          <LoadStep key={step.database} step={step} />
        ))}
      </ol>
      {!offline && <TimeLeft load={load} />}
      <p>
        <Button look="quiet" onClick={onSignOut}>
          {t('menu.sign-out')}
        </Button>
      </p>
    </section>
  )
}

function LoadStep({ step }: { step: Step }) {
  const { language, t } = useSpeech()
  const id = `load-${step.database}`
  const count = (n: number) => numberText(n, language)
  return (
    <li className="load-step">
      <span id={id}>{databaseText(step.database, t)}</span>
      {step.done ? (
        <Tag tone="good">{`${t('first-load.done')}, ${t('first-load.read', { n: count(step.read) })}`}</Tag>
      ) : (
        <span className="small soft number">
          {step.total === null
            ? t('first-load.read', { n: count(step.read) })
            : t('first-load.read-of', { n: count(step.read), total: count(step.total) })}
        </span>
      )}
      <progress
        aria-labelledby={id}
        max={step.done ? 1 : (step.total ?? 1)}
        value={step.done ? 1 : step.total === null ? 0 : Math.min(step.read, step.total)}
      />
    </li>
  )
}

/** The words for a database by its kind and year. */
export function databaseText(name: string, t: Translate): string {
  const ref = parseDatabaseName(name)
  if (!ref || ref.kind === 'accounts') return name
  if ('year' in ref) return t(`first-load.database.${ref.kind}`, { year: ref.year })
  return t(`first-load.database.${ref.kind}`)
}

function TimeLeft({ load }: { load: Load }) {
  const t = useT()
  const now = epochMsOf(useNow(1_000))
  const read = load.steps.reduce((sum, step) => sum + step.read, 0)
  const [first] = useState({ at: now, read })
  const totals = load.steps.map((step) => step.total)
  const total = totals.every((each) => each !== null) ? totals.reduce((sum, each) => sum + each, 0) : null
  const left = timeLeft(first, { at: now, read }, total)
  if (left === null) return null
  const minutes = Math.round(left / 60_000)
  return (
    <p className="soft">
      {minutes < 1 ? t('first-load.seconds-left') : t('first-load.minutes-left', { n: minutes })}
    </p>
  )
}
