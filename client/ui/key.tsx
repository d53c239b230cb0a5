import { Fragment } from 'react'

/** Keys to press, drawn as keycaps: `Ctrl+Enter`. */
export function Key({ of }: { of: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {of.split('+').map((cap, index) => (
        <Fragment key={cap}>
          {index > 0 && <span className="keys-plus">{'+'}</span>}
          <kbd>{cap}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
