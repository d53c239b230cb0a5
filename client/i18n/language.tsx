import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { prepareLanguage, wordsOf } from './dictionaries.ts'
import { LANGUAGES, translator, type Language, type Translate } from './translate.ts'

/** Which language this PC last showed; it says nothing about any person. */
const REMEMBERED = 'language'

type Speech = {
  readonly language: Language
  readonly t: Translate
  readonly switchTo: (language: Language) => void
}

const SpeechContext = createContext<Speech | null>(null)

function remembered(): Language {
  try {
    const found = localStorage.getItem(REMEMBERED)
    return LANGUAGES.find((language) => language === found) ?? 'id'
  } catch {
    return 'id'
  }
}

/** Gives every screen its words, in the language that this PC showed last. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(remembered)
  const [shown, setShown] = useState<Language>('id')

  useEffect(() => {
    let current = true
    prepareLanguage(wanted).then(
      () => {
        if (current) setShown(wanted)
      },
      () => {
        // The file is not there (an update is under way): the language shown stays.
      },
    )
    return () => {
      current = false
    }
  }, [wanted])

  useEffect(() => {
    document.documentElement.lang = shown
  }, [shown])

  const switchTo = useCallback((language: Language) => {
    try {
      localStorage.setItem(REMEMBERED, language)
    } catch {
      // A profile without storage forgets the language and works on.
    }
    setWanted(language)
  }, [])

  const speech = useMemo<Speech>(
    () => ({ language: shown, t: translator(wordsOf(shown)), switchTo }),
    [shown, switchTo],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export function useSpeech(): Speech {
  const speech = use(SpeechContext)
  if (!speech) throw new Error('useSpeech outside LanguageProvider')
  return speech
}

/** The words of the interface in the language shown. */
export function useT(): Translate {
  return useSpeech().t
}
