import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Instant } from '../../../shared/calendar/instant.ts'
import { draftWriter } from './draft-writer.ts'
import { useAsk } from './use-data-worker.tsx'

/** How long after a key press the draft is written. */
const SAVE_AFTER_MS = 800

export type KeptDraft<Content> = {
  /** `null` until it is known whether there is one to go on with. */
  readonly content: Content | null
  readonly change: (content: Content) => void
  /** When the content was last kept; `null` before the first time. */
  readonly savedAt: Instant | null
  /** When the draft found at the start had been kept; `null` where the form began empty. */
  readonly restoredAt: Instant | null
  /** Something was typed here or is taken up again, and not yet saved as a record. */
  readonly dirty: boolean
  /** Writes what is not written yet; answers when it is, so that the next screen finds it. */
  readonly keepNow: () => Promise<void>
  /** Stops keeping: the record is saved, or the draft is thrown away by the caller's command. */
  readonly finish: () => void
}

/**
 * A form's content that outlives the tab: written to the desk's store soon after each key press and when the page
 * is hidden, and read again under the same key. `read` checks what was stored, which an older program may have
 * written; what it refuses begins anew.
 */
export function useDraft<Content>(
  key: string,
  start: () => Content,
  read: (stored: unknown) => Content | null,
): KeptDraft<Content> {
  const ask = useAsk()
  const [content, setContent] = useState<Content | null>(null)
  const [savedAt, setSavedAt] = useState<Instant | null>(null)
  const [restoredAt, setRestoredAt] = useState<Instant | null>(null)
  const [dirty, setDirty] = useState(false)
  const writer = useMemo(
    () =>
      draftWriter<Content>(async (typed) => {
        const answer = await ask('drafts.save', { key, content: typed })
        return answer.ok ? answer.value.at : null
      }, setSavedAt),
    [ask, key],
  )
  const begin = useRef({ start, read })

  useEffect(() => {
    let current = true
    const begun = (found: Content | null, at: Instant | null) => {
      if (!current) return
      setContent(found ?? begin.current.start())
      setRestoredAt(found ? at : null)
      setSavedAt(found ? at : null)
      setDirty(found !== null)
    }
    ask('drafts.load', { key }).then(
      (answer) => {
        const draft = answer.ok ? answer.value : null
        if (answer.ok) writer.loaded()
        begun(draft ? begin.current.read(draft.content) : null, draft?.at ?? null)
      },
      () => begun(null, null),
    )
    return () => {
      current = false
    }
  }, [ask, key, writer])

  const keepNow = useCallback(() => writer.keepNow(), [writer])

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void keepNow()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      void keepNow()
    }
  }, [keepNow])

  useEffect(() => {
    if (!writer.waiting()) return undefined
    const timer = setTimeout(() => void keepNow(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [content, keepNow, writer])

  const change = useCallback(
    (next: Content) => {
      writer.type(next)
      setContent(next)
      setDirty(true)
    },
    [writer],
  )
  const finish = useCallback(() => {
    writer.finish()
    setDirty(false)
  }, [writer])
  return { content, change, savedAt, restoredAt, dirty, keepNow, finish }
}
