import { useEffect, useRef } from 'react'

export type Fault = { readonly field: string; readonly sentence: string }

type Props = {
  readonly title: string
  readonly faults: readonly Fault[]
  /** Changes with each attempt to save, so that the summary takes the focus again. */
  readonly attempt: number
}

/** What is wrong with a form, above it: takes the focus when saving was tried, and leads to each field. */
export function ErrorSummary({ title, faults, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (faults.length === 0) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>{title}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            <a
              href={`#${fault.field}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(fault.field)
              }}
            >
              {fault.sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Puts the cursor into a field, or into the first control of a group. */
export function focusField(id: string): void {
  const found = document.getElementById(id)
  const control = found?.matches('input, select, textarea, button')
    ? found
    : found?.querySelector<HTMLElement>('input, select, button')
  control?.focus()
}
