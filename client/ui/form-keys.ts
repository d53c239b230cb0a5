import type { KeyboardEvent } from 'react'

const CONTROLS = 'input:not([type=hidden]), select, textarea, button'

/**
 * Enter moves to the next field of a form and Ctrl+Enter saves it, wherever the cursor is. A field that used the key
 * for its own list has prevented it already.
 */
export function formKeys(save: () => void): (event: KeyboardEvent<HTMLFormElement>) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.defaultPrevented) return
    if (event.ctrlKey) {
      event.preventDefault()
      save()
      return
    }
    const target = event.target as HTMLElement
    if (!target.matches('input, select')) return
    event.preventDefault()
    nextControl(event.currentTarget, target)?.focus()
  }
}

function nextControl(form: HTMLElement, from: HTMLElement): HTMLElement | undefined {
  const controls = [...form.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => control.offsetParent !== null,
  )
  const group = from instanceof HTMLInputElement && from.type === 'radio' ? from.name : null
  const rest = controls.slice(controls.indexOf(from) + 1)
  return rest.find((control) => !(group && control instanceof HTMLInputElement && control.name === group))
}
