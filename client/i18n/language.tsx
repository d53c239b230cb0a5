import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { messages } from './messages.id.ts'
import { LANGUAGES, translator, type Dictionary, type Language, type Translate } from './translate.ts'

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

/** English is fetched when somebody wants it; a desk in Indonesian never loads it. */
async function dictionaryOf(language: Language): Promise<Dictionary> {
  if (language === 'id') return messages
  return (await import('./messages.en.ts')).messages
}

type Shown = { readonly language: Language; readonly dictionary: Dictionary }

/** Gives every screen its words, in the language that this PC showed last. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(remembered)
  const [shown, setShown] = useState<Shown>({ language: 'id', dictionary: messages })

  useEffect(() => {
    let current = true
    dictionaryOf(wanted).then(
      (dictionary) => {
        if (current) setShown({ language: wanted, dictionary })
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
    document.documentElement.lang = shown.language
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
    () => ({ language: shown.language, t: translator(shown.dictionary), switchTo }),
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
