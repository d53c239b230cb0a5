import { useEffect, useRef, useState, type FocusEvent } from 'react'
import type { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import type { EncounterId } from '../../../shared/documents/ids.ts'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import type { DayVisit, OpenDay } from '../../data/read-model/views.ts'
import { useClinic } from '../../data/read-model/use-clinic.ts'
import { useDayVisits, useOpenDays } from '../../data/read-model/use-read.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import type { Translate } from '../../i18n/translate.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CancelVisit } from './cancel-visit.tsx'
import { OpenVisits } from './open-visits.tsx'
import { ServeAll } from './serve-all.tsx'

/** Today and the days before with visits that nobody has examined, each with their number. */
function dayChoices(today: CalendarDate, days: readonly OpenDay[], chosen: CalendarDate, t: Translate) {
  const open = new Map(days.map(({ day, visits }) => [day, visits]))
  const listed = [...new Set([today, chosen, ...open.keys()])].sort().reverse()
  return listed.map((day) => ({
    value: day,
    label: t(day === today ? 'close-day.today' : 'close-day.day.count', {
      day: dateText(day),
      n: open.get(day) ?? 0,
    }),
  }))
}

/** Who was registered and never examined: each marked as served or cancelled in place, until none is left. */
export default function CloseDayPage() {
  const t = useT()
  const { today } = useClinic()
  const [chosen, setChosen] = useState<CalendarDate | null>(null)
  const day = chosen ?? today
  const days = useOpenDays(today)
  const lines = useDayVisits(day, null)?.filter(({ visit }) => visit.status === 'registered')
  const [cancelling, setCancelling] = useState<DayVisit | null>(null)
  const [all, setAll] = useState(false)
  const { serve, forget, told, trouble } = useServe()
  const focusKept = useFocusKept(lines?.length)
  const elsewhere = days?.some((each) => each.day !== day) ?? false

  return (
    <div className="page stack" {...focusKept}>
      <div className="row row-apart">
        <div>
          <h1>{t('close-day.title')}</h1>
          <p className="soft">{t('close-day.words')}</p>
        </div>
        <SelectField
          id="close-day"
          label={t('close-day.day')}
          value={day}
          onChoose={(value) => {
            forget()
            setChosen(value === today ? null : (value as CalendarDate))
          }}
          choices={dayChoices(today, days ?? [], day, t)}
        />
      </div>
      {trouble && (
        <Notice tone="bad" role="alert">
          {problemText(trouble, t)}
        </Notice>
      )}
      {told && (
        <Notice tone="good" role="status">
          {told}
        </Notice>
      )}
      {!lines && <p role="status">{t('common.reading')}</p>}
      {lines?.length === 0 && (
        <div className="panel empty" role="status">
          <p>{t('close-day.none', { day: dateText(day) })}</p>
          {elsewhere && <p>{t('close-day.elsewhere')}</p>}
        </div>
      )}
      {lines && lines.length > 0 && (
        <>
          <OpenVisits
            lines={lines}
            onServe={(line) =>
              void serve([line.visit._id], t('close-day.done-one', { name: line.patientName }))
            }
            onCancel={setCancelling}
          />
          <div className="row">
            <Button look="primary" onClick={() => setAll(true)}>
              {t('close-day.all', { n: lines.length })}
            </Button>
          </div>
        </>
      )}
      {cancelling && <CancelVisit line={cancelling} onClose={() => setCancelling(null)} />}
      {all && lines && (
        <ServeAll
          day={day}
          count={lines.length}
          onClose={() => setAll(false)}
          onServe={() => {
            setAll(false)
            const ids = lines.map(({ visit }) => visit._id)
            void serve(ids, t('close-day.done', { n: ids.length }))
          }}
        />
      )}
    </div>
  )
}

function useServe() {
  const ask = useAsk()
  const [told, setTold] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const serve = async (encounters: readonly EncounterId[], words: string) => {
    setTrouble(null)
    const answer = await ask('visits.close-day', { encounters }).catch(() => null)
    if (answer?.ok) setTold(words)
    else setTrouble(answer?.problem ?? 'unexpected')
  }
  const forget = () => {
    setTold(null)
    setTrouble(null)
  }
  return { serve, forget, told, trouble }
}

/**
 * A line that is dealt with goes away, and the focus with it: the line that takes its place gets it, at last the choice
 * of the day.
 */
function useFocusKept(lines: number | undefined) {
  const list = useRef<HTMLDivElement>(null)
  const place = useRef(0)
  useEffect(() => {
    if (lines === undefined || document.querySelector('dialog[open]')) return
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const rows = list.current?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? []
    const next = rows[Math.min(place.current, rows.length - 1)]
    ;(next?.querySelector('button') ?? document.getElementById('close-day'))?.focus()
  }, [lines])
  const remember = ({ target }: FocusEvent<HTMLElement>) => {
    place.current = target.closest<HTMLTableRowElement>('tbody tr')?.sectionRowIndex ?? 0
  }
  return { ref: list, onFocus: remember }
}
