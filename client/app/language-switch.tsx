import { useSpeech } from '../i18n/language.tsx'
import { LANGUAGES } from '../i18n/translate.ts'

export function LanguageSwitch() {
  const { language, t, switchTo } = useSpeech()
  return (
    <div className="language-switch" role="group" aria-label={t('app.language')}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => switchTo(each)}
        >
          {t(`app.language.${each}`)}
        </button>
      ))}
    </div>
  )
}
