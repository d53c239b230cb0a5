import type { Report } from '../../../shared/documents/report.ts'
import { CalendarDate } from '../../../shared/calendar/calendar-date.ts'
import { dateText } from '../../i18n/format.ts'
import { useT } from '../../i18n/language.tsx'
import { settingName, settingText } from './setting-text.ts'

/** The rules by which the month was counted: dated settings, the mapping, the version of the rules. */
export function SettingsPanel({ report }: { report: Report }) {
  const t = useT()
  const { settings, mapping, definition } = report
  return (
    <section className="panel stack stack-tight" aria-labelledby="settings">
      <h2 id="settings">{t('reports.settings')}</h2>
      <dl className="lines">
        {settings.map((setting) => (
          <div key={`${setting.key} ${setting.from ?? ''}`}>
            <dt>{settingName(setting.key, t)}</dt>
            <dd>
              {settingText({ key: setting.key, value: setting.value }, t)}{' '}
              <span className="soft small">
                {setting.from === null
                  ? t('reports.setting-usual')
                  : t('reports.setting-since', { day: dateText(CalendarDate.parse(setting.from)) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        {t('reports.made', { n: definition })}
        {mapping && <>. {t('reports.made-mapping', { n: mapping.version, day: dateText(mapping.from) })}</>}
      </p>
    </section>
  )
}
