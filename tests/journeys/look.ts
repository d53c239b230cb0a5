import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import type axe from 'axe-core'
import { PICTURES } from './clinic.ts'

/** Screens that clinics have, and each at twice the size, as people with weak eyes set it. */
const SIZES = [
  { name: '1024', width: 1024, height: 768, scale: 1 },
  { name: '1366', width: 1366, height: 768, scale: 1 },
  { name: '1024-zoom', width: 512, height: 384, scale: 2 },
  { name: '1366-zoom', width: 683, height: 384, scale: 2 },
] as const

/** WCAG 2.2 up to AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What was found wrong with a screen: its name, the size, and the fault. */
export type Finding = string

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const results = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values: rules },
      }),
    RULES,
  )
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')}`,
  )
}

/** High enough that nothing of a screen lies under the strip: what one may scroll to is not covered. */
const WHOLE_HEIGHT = 5_000

/**
 * Looks at the screen as it stands in every size: takes a picture of each, and says where one would have to scroll
 * sideways and what axe finds.
 */
export async function look(page: Page, name: string): Promise<readonly Finding[]> {
  const session = await page.context().newCDPSession(page)
  const show = (width: number, height: number, deviceScaleFactor: number) =>
    session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false })
  const findings: Finding[] = []
  for (const { name: size, width, height, scale } of SIZES) {
    await show(width, height, scale)
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (wide > 0) findings.push(`${name} ${size}: ${String(wide)} px too wide`)
    await page.screenshot({ path: `${PICTURES}/${name}-${size}.png` })
    if (width < 1366 && width !== 683) {
      await show(width, WHOLE_HEIGHT, 1)
      for (const violation of await violations(page)) findings.push(`${name} ${size}: ${violation}`)
    }
  }
  await show(1024, 768, 1)
  await session.detach()
  return findings
}
