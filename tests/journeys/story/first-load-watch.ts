import type { Page } from 'playwright-core'

/** What a person saw of the first load: its heading, and how far each step's bar had come. */
export type SeenLoad = { readonly headings: readonly string[]; readonly progress: readonly string[] }

/**
 * Notes every state of the first load from now on, however short it is. Ask what was seen after the load; the page must
 * not have been opened anew in between.
 */
export async function watchFirstLoad(page: Page): Promise<() => Promise<SeenLoad>> {
  await page.evaluate(() => {
    const seen = { headings: new Set<string>(), progress: new Set<string>() }
    const look = () => {
      const steps = document.querySelectorAll<HTMLProgressElement>('.load-step progress')
      if (steps.length === 0) return
      seen.headings.add(document.querySelector('h1')?.textContent ?? '')
      for (const bar of steps) seen.progress.add(`${String(bar.value)}/${String(bar.max)}`)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
    Object.assign(globalThis, { seenLoad: seen })
  })
  return () =>
    page.evaluate(() => {
      const { seenLoad } = globalThis as unknown as {
        seenLoad: { headings: Set<string>; progress: Set<string> }
      }
      return { headings: [...seenLoad.headings], progress: [...seenLoad.progress] }
    })
}
