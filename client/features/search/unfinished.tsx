import { useEffect, useState } from 'react'
import { dayAt } from '../../../shared/calendar/instant.ts'
import type { Draft } from '../../data/bridge/contract.ts'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { useClinic, type Clinic } from '../../data/read-model/use-clinic.ts'
import { dateText, timeText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/router/router.tsx'

/** What this person left unfinished on this PC, to go on with or to throw away. */
export function Unfinished() {
  const t = useT()
  const ask = useAsk()
  const clinic = useClinic()
  const [drafts, setDrafts] = useState<readonly Draft[]>([])

  useEffect(() => {
    let current = true
    ask('drafts.list', {}).then(
      (answer) => {
        if (current && answer.ok) setDrafts(answer.value)
      },
      () => {
        // No list is better than a page that does not come.
      },
    )
    return () => {
      current = false
    }
  }, [ask])

  const discard = async (key: string) => {
    const answer = await ask('drafts.discard', { key }).catch(() => null)
    if (answer?.ok) setDrafts((before) => before.filter((draft) => draft.key !== key))
  }

  const shown = drafts.flatMap((draft) => {
    const where = addressOf(draft.key)
    return where ? [{ ...draft, ...where }] : []
  })
  if (shown.length === 0) return null
  return (
    <section className="panel" aria-labelledby="unfinished">
      <h2 id="unfinished">{t('drafts.title')}</h2>
      <ul className="unfinished">
        {shown.map((draft) => (
          <li key={draft.key} className="row">
            <span className="unfinished-what">
              <strong>{nameOf(draft.kind, draft.content, t)}</strong>
              <span className="soft small">{sinceText(draft, clinic, t)}</span>
            </span>
            <Link className="button button-primary" to={draft.to}>
              {t('drafts.continue')}
            </Link>
            <Button onClick={() => void discard(draft.key)}>{t('drafts.discard')}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Kind = 'registration' | 'poli'

/** Which form a draft belongs to, by its key, and where that form is. */
function addressOf(key: string): { readonly kind: Kind; readonly to: string } | null {
  const [kind, ...rest] = key.split('/')
  const id = rest.join('/')
  if (kind === 'registration') return { kind, to: `/patients/new/${id}` }
  return kind === 'poli' ? { kind, to: `/poli/${id}` } : null
}

function nameOf(kind: Kind, content: unknown, t: Translate): string {
  const name = typeof content === 'object' && content !== null && 'name' in content ? content.name : undefined
  if (typeof name !== 'string' || name.trim() === '') return t(`drafts.${kind}-unnamed`)
  return t(`drafts.${kind}`, { name: name.trim() })
}

function sinceText(draft: Draft, { zone, today }: Clinic, t: Translate): string {
  const [day, time] = [dayAt(draft.at, zone), timeText(draft.at, zone)]
  return day === today ? t('drafts.since', { time }) : t('drafts.since-on', { day: dateText(day), time })
}
