import type { ReactNode } from 'react'

export type Tone = 'info' | 'good' | 'wait' | 'bad'

/** Told by sign, word and colour, so that no meaning hangs on a colour alone. */
const SIGNS: Readonly<Record<Tone, string>> = { info: 'i', good: '✓', wait: '↑', bad: '!' }

export function ToneSign({ tone }: { tone: Tone }) {
  return (
    <span className={`sign sign-${tone}`} aria-hidden="true">
      {SIGNS[tone]}
    </span>
  )
}

type Props = {
  readonly tone: Tone
  readonly children: ReactNode
  /** `alert` only for what was not done; `status` for news; none for what stood there from the start. */
  readonly role?: 'alert' | 'status'
  readonly actions?: ReactNode
}

export function Notice({ tone, children, role, actions }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <ToneSign tone={tone} />
      <div className="notice-words">{children}</div>
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  )
}

/** A short state in a list: sign and word. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`}>
      <ToneSign tone={tone} />
      {children}
    </span>
  )
}
