import { useEffect, useState } from 'react'
import { dayAt } from '../../../shared/calendar/instant.ts'
import type { RefusedRecord } from '../../data/bridge/contract.ts'
import { useAsk, useSyncStatus } from '../../data/bridge/use-data-worker.tsx'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { dateText, timeText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import type { PlainKey, Translate } from '../../i18n/translate.ts'
import { workMessages } from '../../i18n/work-messages.id.ts'

/** What the hub refused: kept here, with the plain reason and the part at fault. */
export default function RefusedPage() {
  const t = useT()
  const ask = useAsk()
  const { zone } = useClinic()
  const refused = useSyncStatus()?.refused ?? 0
  const [records, setRecords] = useState<readonly RefusedRecord[] | null>(null)

  useEffect(() => {
    let current = true
    ask('sync.refused', {}).then(
      (answer) => {
        if (current && answer.ok) setRecords(answer.value)
      },
      () => {
        // The list stays as it was; the strip still says how many there are.
      },
    )
    return () => {
      current = false
    }
  }, [ask, refused])

  return (
    <div className="page stack">
      <h1>{t('refused.title')}</h1>
      {records === null && <p role="status">{t('common.reading')}</p>}
      {records?.length === 0 && <p className="panel empty">{t('refused.none')}</p>}
      {records && records.length > 0 && (
        <>
          <p>{t('refused.words')}</p>
          <div className="table-frame" tabIndex={0} role="region" aria-label={t('refused.title')}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('refused.type')}</th>
                  <th scope="col">{t('refused.why')}</th>
                  <th scope="col">{t('refused.field')}</th>
                  <th scope="col">{t('refused.when')}</th>
                  <th scope="col">{t('refused.id')}</th>
                </tr>
              </thead>
              <tbody>
                {records.map((record) => (
                  <tr key={record.id}>
                    <td>{typeText(record.type, t)}</td>
                    <td>{reasonText(record.problem, t)}</td>
                    <td>{record.field ?? ''}</td>
                    <td className="nowrap">
                      {dateText(dayAt(record.at, zone))} {timeText(record.at, zone)}
                    </td>
                    <td className="small soft">{record.id}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  )
}

function isKey(key: string): key is PlainKey {
  return key in workMessages
}

function typeText(type: string, t: Translate): string {
  const key = `refused.type.${type}`
  return t(isKey(key) ? key : 'refused.type.other')
}

const REASONS: Readonly<Record<string, PlainKey>> = {
  'not-valid': 'refused.because.not-valid',
  'role-may-not-write': 'refused.because.role',
  'newer-than-this-hub': 'refused.because.newer',
  'author-not-of-token': 'refused.because.author',
  'already-written': 'refused.because.written',
}

function reasonText(code: string, t: Translate): string {
  const key = REASONS[code]
  return key ? t(key) : t('refused.because.other', { code })
}
