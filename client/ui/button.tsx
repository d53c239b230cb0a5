import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Key } from './key.tsx'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  /** The keys that do the same, shown beside the words: `Ctrl+Enter`. */
  readonly keys?: string
  readonly children: ReactNode
}

export function Button({ look = 'plain', keys, children, className, type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={`button button-${look}${className ? ` ${className}` : ''}`} {...rest}>
      {children}
      {keys && <Key of={keys} />}
    </button>
  )
}
