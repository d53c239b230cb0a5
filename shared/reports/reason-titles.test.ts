import fc from 'fast-check'
import { expect, it } from 'vitest'
import { monthOf } from '../../tests/recount/month-of.ts'
import { randomClinic } from '../../tests/recount/random-clinic.ts'
import { SMALL_CLINIC } from '../../tests/recount/small-clinic.ts'
import { REASON_TITLES, TABLE_TITLES } from './reason-titles.ts'

it('every reason and table of a report has words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(SMALL_CLINIC), randomClinic), (documents) => {
      for (const { content } of monthOf(documents).values())
        for (const { id, proof } of content.tables) {
          expect(TABLE_TITLES[id], id).toBeTruthy()
          for (const reason of [...Object.keys(proof.excluded), ...Object.keys(proof.tray)])
            expect(REASON_TITLES[reason], reason).toBeTruthy()
        }
    }),
  )
})
