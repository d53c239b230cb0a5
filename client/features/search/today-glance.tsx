import { useClinic } from '../../data/read-model/use-clinic.ts'
import { useDayVisits, useUnits } from '../../data/read-model/use-read.ts'
import { timeText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { Link } from '../../ui/router/router.tsx'

/** How many of today's visits the first screen shows, the latest first. */
const SHOWN = 8

/** The latest visits of today under the search box: the patients the clerk may be asked about again. */
export function TodayGlance() {
  const t = useT()
  const { today, zone } = useClinic()
  const visits = useDayVisits(today, null)
  const units = useUnits()
  if (!visits) return null
  const latest = [...visits].reverse().slice(0, SHOWN)
  return (
    <section className="panel" aria-labelledby="today-glance">
      <div className="row row-apart">
        <h2 id="today-glance">{t('search.today')}</h2>
        {visits.length > 0 && <Link to="/queue">{t('search.today.all', { n: visits.length })}</Link>}
      </div>
      {latest.length === 0 ? (
        <p className="soft">{t('search.today.none')}</p>
      ) : (
        <ul className="glance">
          {latest.map(({ visit, patientName }) => (
            <li key={visit._id}>
              <span className="number soft">{timeText(visit.arrivedAt, zone)}</span>
              <span className="queue-label number">{visit.queue?.label ?? ''}</span>
              <Link to={`/patients/${visit.patient}`}>{patientName}</Link>
              <span className="soft">
                {units?.find((unit) => unit.code === visit.unit)?.name ?? visit.unit}
              </span>
              <span className="soft">{t(`state.${visit.status}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
