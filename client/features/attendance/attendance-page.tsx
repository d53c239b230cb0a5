import { useEffect, useRef, useState } from 'react'
import { timeAt, type Instant } from '../../../shared/calendar/instant.ts'
import { shiftOn } from '../../../shared/attendance/shifts.ts'
import { instantOf } from '../../../shared/calendar/instant.ts'
import { useAsk, usePerson, useSyncStatus } from '../../data/bridge/use-data-worker.tsx'
import type { StaffToday } from '../../data/read-model/views.ts'
import { useClinic, useHubNow } from '../../data/read-model/use-clinic.ts'
import { useStaffToday } from '../../data/read-model/use-read.ts'
import { clockText, dateText, timeText, weekdayText } from '../../i18n/format.ts'
import { useSpeech, useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, Tag } from '../../ui/notice.tsx'
import './attendance.css'

/** How long the answer to a punch stays on a screen that others pass by. */
const ANSWER_SHOWN_MS = 8_000

type Done = { readonly kind: 'in' | 'out'; readonly at: Instant; readonly late: number | null }

/** Arriving and leaving, each for oneself, by a clock that says whose time it shows. */
export default function AttendancePage() {
  const t = useT()
  const { today } = useClinic()
  const person = usePerson()
  const staff = useStaffToday(today)
  const own = staff?.find(({ practitioner }) => practitioner._id === person.practitioner)
  return (
    <div className="page page-narrow stack">
      <h1 className="unseen">{t('attendance.title')}</h1>
      <Clock />
      {person.practitioner === null ? (
        <Notice tone="info">{t('attendance.not-staff')}</Notice>
      ) : (
        <PunchPanel own={own} practitioner={person.practitioner} name={person.name} />
      )}
      <TodayPunches staff={staff} />
    </div>
  )
}

function Clock() {
  const { language, t } = useSpeech()
  const { zone, today } = useClinic()
  const now = useHubNow(1_000)
  const source = useSyncStatus()?.clock.source ?? 'desk'
  return (
    <section className="clock" aria-label={t('attendance.clock')}>
      <p>
        {weekdayText(today, language)}, <span className="number">{dateText(today)}</span>
      </p>
      <p className="clock-time number" role="timer">
        {clockText(now, zone)} <span className="clock-zone">{zone}</span>
      </p>
      <p>
        <Tag tone={source === 'hub' ? 'good' : 'wait'}>{t(`attendance.clock.${source}`)}</Tag>
      </p>
    </section>
  )
}

type PunchProps = {
  readonly own: StaffToday | undefined
  readonly practitioner: NonNullable<ReturnType<typeof usePerson>['practitioner']>
  readonly name: string
}

function PunchPanel({ own, practitioner, name }: PunchProps) {
  const t = useT()
  const { zone } = useClinic()
  const { punch, working, done, trouble } = usePunch(practitioner)
  const arrived = own?.punches.some((each) => each.kind === 'in') ?? false
  return (
    <section className="panel stack">
      <div>
        <h2>{name}</h2>
        <p className="soft">
          <HoursToday own={own} />
        </p>
      </div>
      <div className="row">
        <Button
          look={arrived ? 'plain' : 'primary'}
          className="button-punch"
          autoFocus={!arrived}
          aria-disabled={working}
          onClick={() => void punch('in')}
        >
          {t('attendance.in')}
        </Button>
        <Button
          look={arrived ? 'primary' : 'plain'}
          className="button-punch"
          aria-disabled={working}
          onClick={() => void punch('out')}
        >
          {t('attendance.out')}
        </Button>
      </div>
      {trouble && (
        <Notice tone="bad" role="alert">
          {problemText(trouble, t)}
        </Notice>
      )}
      {done && (
        <Notice tone="good" role="status">
          <strong>
            {t(done.kind === 'in' ? 'attendance.done-in' : 'attendance.done-out', {
              name,
              time: timeText(done.at, zone),
            })}
          </strong>{' '}
          {done.late !== null &&
            (done.late > 0 ? t('attendance.late', { n: done.late }) : t('attendance.on-time'))}{' '}
          <span className="soft">{t('attendance.hides')}</span>
        </Notice>
      )}
      <p className="soft small">{t('attendance.own')}</p>
    </section>
  )
}

function HoursToday({ own }: { own: StaffToday | undefined }) {
  const t = useT()
  const { today, zone } = useClinic()
  const shift = own && shiftOn(today, own.practitioner.schedules, zone)
  if (!shift) return <>{t('attendance.day-off')}</>
  const clock = (ms: number) => timeAt(instantOf(ms), zone).replace(':', '.')
  return <>{t('attendance.hours', { start: clock(shift.start), end: clock(shift.end) })}</>
}

function usePunch(practitioner: PunchProps['practitioner']) {
  const ask = useAsk()
  const [working, setWorking] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const running = useRef(false)

  useEffect(() => {
    if (!done) return undefined
    const timer = setTimeout(() => setDone(null), ANSWER_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [done])

  const punch = async (kind: 'in' | 'out') => {
    if (running.current) return
    running.current = true
    setWorking(true)
    setTrouble(null)
    setDone(null)
    const answer = await ask('attendance.punch', { practitioner, kind }).catch(() => null)
    running.current = false
    setWorking(false)
    if (answer?.ok) setDone({ kind, at: answer.value.punchedAt, late: answer.value.lateMinutes })
    else setTrouble(answer?.problem ?? 'unexpected')
  }
  return { punch, working, done, trouble }
}

const KEPT_TONES = { waiting: 'wait', confirmed: 'good', refused: 'bad' } as const

/** Punches made on this PC today, with whether the hub has stored them; without lateness, for others look on. */
function TodayPunches({ staff }: { staff: readonly StaffToday[] | undefined }) {
  const t = useT()
  const { zone } = useClinic()
  const lines = (staff ?? [])
    .flatMap(({ practitioner, punches }) => punches.map((punch) => ({ name: practitioner.name, ...punch })))
    .sort((a, b) => (a.punchedAt < b.punchedAt ? 1 : -1))
  return (
    <section className="stack stack-tight">
      <h2>{t('attendance.today')}</h2>
      {lines.length === 0 ? (
        <p className="panel empty">{t('attendance.today.none')}</p>
      ) : (
        <div className="table-frame">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('attendance.time')}</th>
                <th scope="col">{t('attendance.name')}</th>
                <th scope="col">{t('attendance.kind')}</th>
                <th scope="col">{t('queue.sent')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.name} ${line.punchedAt}`}>
                  <td className="number">{timeText(line.punchedAt as Instant, zone)}</td>
                  <td>{line.name}</td>
                  <td>{t(`attendance.kind.${line.kind}`)}</td>
                  <td>
                    <Tag tone={KEPT_TONES[line.kept]}>{t(`kept.${line.kept}`)}</Tag>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
