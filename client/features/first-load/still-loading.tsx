import type { FirstLoad } from '../../data/bridge/contract.ts'
import { useT } from '../../i18n/language.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Patients are in, visits are on their way: work may begin, and the screen says what is still missing. */
export function StillLoading({ load }: { load: FirstLoad }) {
  const t = useT()
  const done = load.steps.filter((step) => step.done).length
  return (
    <div className="note-frame">
      <Notice tone="info">{t('first-load.still', { n: done, total: load.steps.length })}</Notice>
    </div>
  )
}
