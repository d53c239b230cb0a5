import { useState } from 'react'
import type { Encounter } from '../../../shared/documents/encounter.ts'
import { personMayWrite } from '../../data/bridge/person-rights.ts'
import { useAsk, usePerson } from '../../data/bridge/use-data-worker.tsx'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useRouter } from '../../ui/router/router.tsx'

/** Where a withdrawn visit is entered again on its right day. */
export function againPath({ _id, patient }: Encounter): string {
  return `/patients/${patient}/visit?replaces=${_id}`
}

type Props = { readonly visit: Encounter; readonly unit: string; readonly onClose: () => void }

/** Takes a visit back, once confirmed, and leads to where it is entered again. */
export function WrongDay({ visit, unit, onClose }: Props) {
  const t = useT()
  const ask = useAsk()
  const { go } = useRouter()
  const [trouble, setTrouble] = useState<string | null>(null)
  const takesDiagnoses = personMayWrite(usePerson(), 'condition')
  const day = dateText(visit.on)

  const withdraw = async () => {
    const answer = await ask('visits.withdraw', { encounter: visit._id }).catch(() => null)
    if (answer?.ok) go(againPath(visit))
    else setTrouble(problemText(answer?.problem ?? 'unexpected', t))
  }

  return (
    <Dialog title={t('wrong-day.title', { day })} onClose={onClose}>
      <div className="stack">
        <p>{t('wrong-day.words', { day, unit })}</p>
        {takesDiagnoses && <p>{t('wrong-day.diagnoses')}</p>}
        {trouble && (
          <Notice tone="bad" role="alert">
            {trouble}
          </Notice>
        )}
        <div className="row row-end">
          <Button onClick={onClose} data-focus-first>
            {t('common.back')}
          </Button>
          <Button look="danger" onClick={() => void withdraw()}>
            {t('wrong-day.do')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
