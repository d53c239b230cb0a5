import { useId, useState, type KeyboardEvent } from 'react'

type Needs = {
  readonly count: number
  readonly open: boolean
  readonly onChoose: (index: number) => void
  /** Whether the first row is marked as soon as there is one, so that Enter takes it. */
  readonly firstMarked: boolean
}

/**
 * Arrow keys through a list that belongs to a text field, as WAI-ARIA's combobox with a listbox has it: the cursor
 * stays in the field and `aria-activedescendant` names the row.
 */
export function useListbox({ count, open, onChoose, firstMarked }: Needs) {
  const listId = useId()
  const start = firstMarked ? 0 : -1
  const [marked, setMarked] = useState(start)
  const active = open && count > 0 ? Math.min(marked, count - 1) : -1

  const move = (to: number) => {
    setMarked(to)
    document.getElementById(`${listId}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  /** True when the key was one of the list's. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open || count === 0) return false
    if (event.key === 'ArrowDown') move(active + 1 >= count ? 0 : active + 1)
    else if (event.key === 'ArrowUp') move(active <= 0 ? count - 1 : active - 1)
    else if (event.key === 'Enter' && active >= 0) onChoose(active)
    else return false
    event.preventDefault()
    return true
  }

  return {
    onKey,
    active,
    reset: () => setMarked(start),
    mark: setMarked,
    fieldProps: {
      role: 'combobox',
      'aria-expanded': open && count > 0,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active >= 0 ? `${listId}-${active}` : undefined,
    } as const,
    listProps: { id: listId, role: 'listbox' } as const,
    optionProps: (index: number) =>
      ({ id: `${listId}-${index}`, role: 'option', 'aria-selected': index === active }) as const,
  }
}
