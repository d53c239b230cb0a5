import { compileForm11 } from './form-11/form-11.ts'
import { monthContext } from './month-context.ts'
import type { MonthInput } from './month-input.ts'
import { compilePoorCover } from './poor-cover/poor-cover.ts'
import { compilePunctuality } from './punctuality/punctuality.ts'
import type { CompiledReport } from './report-content.ts'
import { compileVisits } from './visits/visits-report.ts'

/** All monthly reports of one clinic, from its records alone; the same on a desk and at the hub (`design.md` 5.6). */
export function compileMonth(input: MonthInput): readonly CompiledReport[] {
  const context = monthContext(input)
  return [
    compileForm11(context),
    compileVisits(context),
    compilePoorCover(context),
    compilePunctuality(context),
  ]
}
