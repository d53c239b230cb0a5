import { useT } from '../../i18n/language.tsx'
import type { Standing } from './standing.ts'

/** Told by sign, word and colour, so that no meaning hangs on a colour alone. */
const SIGNS = {
  'on-time': { sign: '✓', tone: 'good' },
  late: { sign: '!', tone: 'wait' },
  missing: { sign: '×', tone: 'bad' },
  'not-due': { sign: '…', tone: 'info' },
} as const satisfies Record<Standing, { sign: string; tone: string }>

/** How a report stands with the Dinas: on time, late, not arrived, not due yet. */
export function StandingTag({ standing }: { standing: Standing }) {
  const t = useT()
  const { sign, tone } = SIGNS[standing]
  return (
    <span className={`tag tag-${tone}`}>
      <span className={`sign sign-${tone}`} aria-hidden="true">
        {sign}
      </span>
      {t(`reports.${standing}`)}
    </span>
  )
}
