import { useT } from '../../i18n/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { AnswerProblem } from './read-answer.ts'

/** The sentence of each problem. */
export const TROUBLE_WORDS = {
  unreachable: 'problem.hub-unreachable',
  refused: 'reports.refused',
  unreadable: 'reports.unreadable',
} as const satisfies Record<AnswerProblem, string>

type Props = { readonly problem: AnswerProblem; readonly onAgain: () => void }

/** Reports come from the hub alone, so without it there is nothing to show but why. */
export function HubTrouble({ problem, onAgain }: Props) {
  const t = useT()
  return (
    <Notice tone="bad" role="alert" actions={<Button onClick={onAgain}>{t('reports.retry')}</Button>}>
      <strong>{t('reports.failed')}</strong> {t(TROUBLE_WORDS[problem])}
    </Notice>
  )
}
