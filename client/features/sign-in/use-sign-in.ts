import { useState } from 'react'
import { useAsk } from '../../data/bridge/use-data-worker.tsx'
import { useT } from '../../i18n/language.tsx'
import { problemText } from '../../i18n/problem-text.ts'

export type SignInTrouble = { readonly at: 'username' | 'password' | 'form'; readonly sentence: string }

/** Signing in with a name and a password, and what went wrong with it. */
export function useSignIn() {
  const t = useT()
  const ask = useAsk()
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null)

  const signIn = async (username: string, password: string): Promise<boolean> => {
    if (working) return false
    if (username.trim() === '') {
      setTrouble({ at: 'username', sentence: t('sign-in.username.missing') })
      return false
    }
    if (password === '') {
      setTrouble({ at: 'password', sentence: t('sign-in.password.missing') })
      return false
    }
    setWorking(true)
    setTrouble(null)
    const answer = await ask('person.sign-in', { username: username.trim().toLowerCase(), password }).catch(
      () => null,
    )
    setWorking(false)
    if (answer?.ok) return true
    const problem = answer?.problem ?? 'unexpected'
    setTrouble({ at: problem === 'sign-in-refused' ? 'password' : 'form', sentence: problemText(problem, t) })
    return false
  }

  return { signIn, working, trouble, forget: () => setTrouble(null) }
}
