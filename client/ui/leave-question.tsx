import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { useRouter } from './router/router.tsx'

type Props = {
  /** Whether there is something to ask about. */
  readonly when: boolean
  /** Done before the screen is left, such as writing what was typed last. */
  readonly before: () => Promise<void>
  readonly words: {
    readonly title: string
    readonly explanation: string
    readonly stay: string
    readonly leave: string
  }
}

/** Asks before another screen takes this one's place; says what becomes of what was typed. */
export function LeaveQuestion({ when, before, words }: Props) {
  const { setGuard } = useRouter()
  const [answer, setAnswer] = useState<((leave: boolean) => void) | null>(null)

  useEffect(() => {
    if (!when) return undefined
    setGuard(
      () =>
        new Promise((resolve) => {
          setAnswer(() => resolve)
        }),
    )
    return () => setGuard(null)
  }, [when, setGuard])

  if (!answer) return null
  const decide = async (leave: boolean) => {
    if (leave) await before()
    setAnswer(null)
    answer(leave)
  }
  return (
    <Dialog title={words.title} onClose={() => void decide(false)}>
      <div className="stack">
        <p>{words.explanation}</p>
        <div className="row row-end">
          <Button onClick={() => void decide(true)}>{words.leave}</Button>
          <Button look="primary" data-focus-first onClick={() => void decide(false)}>
            {words.stay}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
