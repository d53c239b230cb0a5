import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { describedBy, FieldFrame, type FieldWords } from './field.tsx'
import { useListbox } from './listbox.ts'

type Props<Option> = FieldWords & {
  readonly id?: string
  /** What stands in the field: the typed words, or the chosen option's. */
  readonly text: string
  readonly onType: (text: string) => void
  readonly options: readonly Option[]
  readonly keyOf: (option: Option) => string
  readonly render: (option: Option) => ReactNode
  readonly onChoose: (option: Option) => void
  /** The list's name for screen readers. */
  readonly listLabel: string
  /** Shown in the list's place while words are typed that nothing matches. */
  readonly nothing?: string
  readonly chosen?: boolean
  readonly autoFocus?: boolean
  readonly frame?: string
  readonly placeholder?: string
  /** Enter with the list closed. */
  readonly onEnter?: () => void
}

/** A field that offers rows while one types: arrows and Enter choose, Escape closes the list and keeps the words. */
export function ComboBox<Option>(props: Props<Option>) {
  const { label, hint, error, note, text, options, keyOf, render, listLabel, nothing, chosen = false } = props
  const made = useId()
  const id = props.id ?? made
  const [open, setOpen] = useState(false)
  const [upwards, setUpwards] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const show = () => {
    setUpwards(field.current !== null && opensUpwards(field.current))
    setOpen(true)
  }
  const choose = (index: number) => {
    const option = options[index]
    if (option === undefined) return
    props.onChoose(option)
    setOpen(false)
    field.current?.focus()
  }
  const shown = open && !chosen
  const list = useListbox({ count: options.length, open: shown, onChoose: choose, firstMarked: true })

  const typed = (event: KeyboardEvent) => {
    if (list.onKey(event)) return
    if (event.key === 'Escape' && shown) {
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'ArrowDown' && !event.altKey) {
      event.preventDefault()
      show()
    } else if (event.key === 'Enter' && !event.ctrlKey) props.onEnter?.()
  }

  return (
    <FieldFrame
      id={id}
      label={label}
      hint={hint}
      error={error}
      note={note}
      className={`combo ${props.frame ?? ''}`}
    >
      <div className={`combo-anchor${upwards ? ' combo-up' : ''}`}>
        <input
          {...list.fieldProps}
          ref={field}
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          className="input"
          autoFocus={props.autoFocus}
          placeholder={props.placeholder}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { error, hint })}
          value={text}
          onChange={(event) => {
            props.onType(event.target.value)
            list.reset()
            show()
          }}
          onKeyDown={typed}
          onBlur={() => setOpen(false)}
          onClick={show}
        />
        <ul
          {...list.listProps}
          aria-label={listLabel}
          className="combo-list"
          hidden={!shown || options.length === 0}
          // The field keeps its focus when a row is pressed.
          onMouseDown={(event) => event.preventDefault()}
        >
          {shown &&
            options.map((option, index) => (
              <li
                key={keyOf(option)}
                {...list.optionProps(index)}
                onMouseMove={() => list.mark(index)}
                onClick={() => choose(index)}
              >
                {render(option)}
              </li>
            ))}
        </ul>
        {shown && options.length === 0 && nothing && text.trim() !== '' && (
          <p className="combo-nothing" role="status">
            {nothing}
          </p>
        )}
      </div>
    </FieldFrame>
  )
}

/** Height that a list likes to have; with less below the field and more above, it opens above. */
const LIST_HEIGHT = 280

function opensUpwards(field: HTMLElement): boolean {
  const { top, bottom } = field.getBoundingClientRect()
  const below = window.innerHeight - bottom
  return below < LIST_HEIGHT && top > below
}
