import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { SearchHit } from '../../data/bridge/contract.ts'
import { ageText, birthText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Tag } from '../../ui/notice.tsx'
import { matchedParts } from './matched-parts.ts'

type Props = { readonly hit: SearchHit; readonly typed: string; readonly today: CalendarDate }

/** One patient found: enough to tell two people of one name apart without opening either. */
export function HitRow({ hit, typed, today }: Props) {
  const t = useT()
  return (
    <span className="hit-row">
      <span className="hit-name">
        <strong>
          {matchedParts(hit.name, typed).map((part, index) =>
            part.matched ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
          )}
        </strong>
        {hit.deceased && <Tag tone="info">{t('search.deceased')}</Tag>}
      </span>
      <span className="hit-sex">{t(`sex.${hit.sex}`)}</span>
      <span className="hit-birth number">
        {birthText(hit.birth)} <span className="soft">{ageText(today, hit.birth.on, t)}</span>
      </span>
      <span className="hit-place">
        {hit.areaName}
        {hit.headName && <span className="soft"> · {t('search.head', { name: hit.headName })}</span>}
      </span>
      <span className="hit-numbers number small">
        {hit.rm && <span>{t('search.rm', { rm: hit.rm })}</span>}
        {!hit.rm && hit.oldRm && <span>{t('search.old-rm', { rm: hit.oldRm })}</span>}
        {hit.matched !== 'name' && (
          <span className="soft">{t('search.matched', { what: t(`search.kind.${hit.matched}`) })}</span>
        )}
      </span>
    </span>
  )
}
