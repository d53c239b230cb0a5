import { useT } from '../../i18n/language.tsx'
import { Tag, type Tone } from '../../ui/notice.tsx'
import type { Standing } from './standing.ts'

const TONES = {
  'on-time': 'good',
  late: 'wait',
  missing: 'bad',
  'not-due': 'info',
} as const satisfies Record<Standing, Tone>

/** By sign, word and colour: on time, late, not arrived, not due yet. */
export function StandingTag({ standing }: { standing: Standing }) {
  const t = useT()
  return <Tag tone={TONES[standing]}>{t(`reports.${standing}`)}</Tag>
}
