import { useId, type KeyboardEvent } from 'react'
import { Key } from './key.tsx'

type Choice = { readonly value: string; readonly label: string; readonly letter: string }

type Props = {
  readonly id?: string
  readonly label: string
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly choices: readonly Choice[]
  readonly error?: string | undefined
  readonly hint?: string | undefined
  /** Focus the group when it appears. */
  readonly autoFocus?: boolean
  /** Called after a letter or Enter chose, to move on. */
  readonly onDone?: () => void
}

/** One of a few by its letter: with the group focused `L` chooses what stands under L, arrows go round, Enter moves on. */
export function LetterChoice({ id, label, value, onChoose, choices, error, hint, autoFocus, onDone }: Props) {
  const made = useId()
  const groupId = id ?? made
  const chosen = choices.some((choice) => choice.value === value)

  const typed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      onDone?.()
      return
    }
    const hit = choices.find((choice) => choice.letter.toLowerCase() === event.key.toLowerCase())
    if (!hit) return
    event.preventDefault()
    onChoose(hit.value)
    document.getElementById(`${groupId}-${hit.value}`)?.focus()
    onDone?.()
  }

  return (
    <fieldset
      className={`field letter-choice${error ? ' field-wrong' : ''}`}
      id={groupId}
      onKeyDown={typed}
      aria-describedby={error ? `${groupId}-error` : undefined}
    >
      <legend>{label}</legend>
      <div className="letter-choices">
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="letter-option"
            data-chosen={choice.value === value || undefined}
          >
            <input
              type="radio"
              id={`${groupId}-${choice.value}`}
              name={groupId}
              value={choice.value}
              checked={choice.value === value}
              autoFocus={autoFocus && (chosen ? choice.value === value : index === 0)}
              onChange={() => onChoose(choice.value)}
              aria-keyshortcuts={choice.letter}
            />
            <span>{choice.label}</span>
            <Key of={choice.letter} />
          </label>
        ))}
      </div>
      {error && (
        <p className="field-error" id={`${groupId}-error`}>
          {error}
        </p>
      )}
      {hint && <div className="field-hint">{hint}</div>}
    </fieldset>
  )
}
