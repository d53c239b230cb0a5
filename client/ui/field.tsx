import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes } from 'react'

export type FieldWords = {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Said after the label where the form has few optional fields: "boleh kosong". */
  readonly note?: string | undefined
}

type FrameProps = FieldWords & {
  readonly id: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Label above, field, hint and error below, tied together for screen readers. */
export function FieldFrame({ id, label, hint, error, note, className, children }: FrameProps) {
  return (
    <div className={`field${error ? ' field-wrong' : ''}${className ? ` ${className}` : ''}`}>
      <label htmlFor={id}>
        {label}
        {note && <span className="field-note">{note}</span>}
      </label>
      {children}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}

/** The `aria-describedby` of a field: its error first, then its hint. */
export function describedBy(
  id: string,
  { error, hint }: Pick<FieldWords, 'error' | 'hint'>,
): string | undefined {
  const ids = [...(error ? [`${id}-error`] : []), ...(hint ? [`${id}-hint`] : [])]
  return ids.length > 0 ? ids.join(' ') : undefined
}

type TextProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'> &
  FieldWords & {
    readonly id?: string
    readonly value: string
    readonly onType: (text: string) => void
    readonly ref?: Ref<HTMLInputElement>
    readonly frame?: string
  }

export function TextField({
  id,
  label,
  hint,
  error,
  note,
  value,
  onType,
  frame,
  className,
  ...rest
}: TextProps) {
  const made = useId()
  const fieldId = id ?? made
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} note={note} className={frame}>
      <input
        id={fieldId}
        type="text"
        autoComplete="off"
        spellCheck={false}
        className={`input${className ? ` ${className}` : ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { error, hint })}
        value={value}
        onChange={(event) => onType(event.target.value)}
        {...rest}
      />
    </FieldFrame>
  )
}

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value' | 'id'> &
  FieldWords & {
    readonly id?: string
    readonly value: string
    readonly onChoose: (value: string) => void
    readonly choices: readonly { readonly value: string; readonly label: string }[]
    readonly frame?: string
  }

/** A choice among few, as the browser's own list: it takes typed letters and works on any machine. */
export function SelectField({
  id,
  label,
  hint,
  error,
  note,
  value,
  onChoose,
  choices,
  frame,
  ...rest
}: SelectProps) {
  const made = useId()
  const fieldId = id ?? made
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} note={note} className={frame}>
      <select
        id={fieldId}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { error, hint })}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        {...rest}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
