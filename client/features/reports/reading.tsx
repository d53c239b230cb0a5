import { useT } from '../../i18n/language.tsx'

/** Says that an answer is awaited; it stands in the page from the start, so that screen readers hear it change. */
export function Reading({ now }: { now: boolean }) {
  const t = useT()
  return <p role="status">{now && t('common.reading')}</p>
}
