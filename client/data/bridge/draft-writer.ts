import type { Instant } from '../../../shared/calendar/instant.ts'

/** The part of a form's draft that is not on the disk yet. */
export type DraftWriter<Content> = {
  /** What is to be written next. */
  readonly type: (content: Content) => void
  /** The store was read, so that writing replaces nothing unseen. Nothing is written before. */
  readonly loaded: () => void
  /** Something is still to be written. */
  readonly waiting: () => boolean
  /** Writes what waits; answers when it is done. What could not be written waits for the next time. */
  readonly keepNow: () => Promise<void>
  /** Writes nothing any more. */
  readonly finish: () => void
}

/** `save` answers when the content was kept, or `null` where it was not. */
export function draftWriter<Content>(
  save: (content: Content) => Promise<Instant | null>,
  kept: (at: Instant) => void,
): DraftWriter<Content> {
  let unsaved: { readonly content: Content } | null = null
  let [isLoaded, finished] = [false, false]
  let writing: Promise<void> = Promise.resolve()

  async function write(waiting: { readonly content: Content }): Promise<void> {
    const at = await save(waiting.content).catch(() => null)
    if (at !== null) kept(at)
    else if (!finished) unsaved ??= waiting
  }

  return {
    type(content) {
      unsaved = { content }
    },
    loaded() {
      isLoaded = true
    },
    waiting: () => unsaved !== null,
    keepNow() {
      const waiting = unsaved
      if (!waiting || !isLoaded || finished) return writing
      unsaved = null
      writing = write(waiting)
      return writing
    },
    finish() {
      finished = true
      unsaved = null
    },
  }
}
