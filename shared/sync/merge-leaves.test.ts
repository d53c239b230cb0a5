import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../calendar/instant.ts'
import { editRecord, newRecord, resolveLeaves, type Authorship } from './edit-record.ts'
import { contentOf, disputedValues, mergeLeaves, undisputedValue, type EditableBody } from './merge-leaves.ts'
import type { Stamp } from './stamp.ts'

type Record_ = EditableBody & {
  _id: string
  type: string
  name: string
  phone: string
  birth: unknown
  stamp: Stamp
}

const FIELDS = ['name', 'phone', 'birth'] as const
const START = Date.UTC(2026, 9, 1)

function authorAt(desk: string, ms: number): Authorship {
  return { by: `clerk.${desk}`, device: desk, now: instantOf(ms), writer: desk, lastStamp: undefined }
}

const original = newRecord(
  {
    _id: 'patient:1',
    type: 'patient',
    schema: 1,
    name: 'Siti',
    phone: '0',
    birth: { on: '1990-01-01', precision: 'day' },
  },
  authorAt('A', START),
) as unknown as Record_

function edit(
  leaves: readonly [Record_, ...Record_[]],
  changes: Partial<Record_>,
  desk: string,
  ms: number,
): Record_ {
  return editRecord(leaves, changes, authorAt(desk, ms)) ?? leaves[0]
}

/** What desks with wrong clocks do to one record: each step edits some leaf, or merges two into one edit. */
type Step = {
  desk: string
  ms: number
  field: (typeof FIELDS)[number]
  value: string
  from: number
  and: number | null
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  desk: fc.constantFrom('A', 'B', 'C', 'D'),
  ms: fc.integer({ min: START - 86_400_000 * 400, max: START + 86_400_000 * 400 }),
  field: fc.constantFrom(...FIELDS),
  value: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
  from: fc.nat(20),
  and: fc.option(fc.nat(20)),
})

/** All records that such a history leaves behind; the real clocks of desks give distinct stamps through the step's number. */
function historyOf(steps: readonly Step[]): Record_[] {
  const made: Record_[] = [original]
  steps.forEach((step, index) => {
    const first = made[step.from % made.length] ?? original
    const second = step.and === null ? undefined : made[step.and % made.length]
    const leaves: [Record_, ...Record_[]] = second && second !== first ? [first, second] : [first]
    const author = { ...authorAt(step.desk, step.ms), writer: `${step.desk}.${String(index)}` }
    made.push(editRecord(leaves, { [step.field]: step.value }, author) ?? first)
  })
  return made
}

const anyHistory = fc.array(anyStep, { maxLength: 12 }).map(historyOf)

/** A merge as a body that can be merged again. */
function asBody(content: ReturnType<typeof mergeLeaves>): EditableBody {
  return {
    ...content.fields,
    stamps: content.stamps,
    ...(content.replaced ? { replaced: content.replaced } : {}),
    ...(content.lost ? { lost: content.lost } : {}),
  }
}

describe('merging leaves', () => {
  it('[MG1] does not depend on their order', () => {
    fc.assert(
      fc.property(anyHistory, fc.infiniteStream(fc.nat()), (leaves, chance) => {
        const shuffled = leaves
          .map((leaf) => ({ leaf, key: chance.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ leaf }) => leaf)
        expect(mergeLeaves(shuffled)).toEqual(mergeLeaves(leaves))
      }),
    )
  })

  it('[MG2] does not depend on how they are grouped', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(12), (leaves, cut) => {
        const left = leaves.slice(0, cut + 1)
        const right = leaves.slice(cut + 1)
        const grouped = [left, right]
          .filter((part) => part.length > 0)
          .map((part) => asBody(mergeLeaves(part)))
        expect(mergeLeaves(grouped)).toEqual(mergeLeaves(leaves))
      }),
    )
  })

  it('[MG3] changes nothing when one is merged twice', () => {
    fc.assert(
      fc.property(anyHistory, (leaves) => {
        const once = mergeLeaves(leaves)
        expect(mergeLeaves([...leaves, ...leaves])).toEqual(once)
        expect(mergeLeaves([asBody(once), ...leaves])).toEqual(once)
      }),
    )
  })

  it('[MG4] shows the latest of values written at once and keeps the others', () => {
    const atA = edit([original], { phone: '0811' }, 'A', START + 1_000)
    const atB = edit([original], { phone: '0812' }, 'B', START + 2_000)
    const merged = mergeLeaves([atA, atB])
    expect(merged.fields['phone']).toBe('0812')
    expect(merged.lost?.['phone']?.map((one) => one.value)).toEqual(['0811'])
  })

  it('[MG5] never brings back a value that was typed over, though its clock was a year ahead', () => {
    const fast = edit([original], { phone: 'fast' }, 'B', START + 365 * 86_400_000)
    const corrected = edit([fast], { phone: 'right' }, 'A', START + 5_000)
    const again = edit([corrected], { phone: 'newest' }, 'C', START + 6_000)
    expect(mergeLeaves([fast, again, corrected]).fields['phone']).toBe('newest')
    expect(mergeLeaves([fast, again]).lost).toBeUndefined()
  })

  it('[MG6] keeps changes to different fields', () => {
    const atA = edit([original], { phone: '0811' }, 'A', START + 1_000)
    const atB = edit([original], { name: 'Siti Aminah' }, 'B', START + 2_000)
    const merged = mergeLeaves([atA, atB])
    expect(merged.fields).toMatchObject({ phone: '0811', name: 'Siti Aminah' })
    expect(merged.lost).toBeUndefined()
  })

  it('[MG7] takes no notice of key order inside a value', () => {
    const turned = { ...original, birth: { precision: 'day', on: '1990-01-01' } }
    expect(mergeLeaves([original, turned]).lost).toBeUndefined()
  })
})

describe('disputes', () => {
  it('[DS1] arise only where values written at once differ', () => {
    const atA = edit([original], { name: 'Siti A' }, 'A', START + 1_000)
    const same = edit([original], { name: 'Siti A' }, 'B', START + 2_000)
    const other = edit([original], { name: 'Siti B' }, 'B', START + 2_000)
    expect(disputedValues(asBody(mergeLeaves([atA, same])), 'name')).toEqual([])
    expect(disputedValues(asBody(mergeLeaves([atA, other])), 'name').map((one) => one.value)).toEqual([
      'Siti B',
      'Siti A',
    ])
  })

  it('[DS2] count with the newest value that all had seen', () => {
    const base = edit([original], { name: 'Siti M' }, 'A', START + 500)
    const atA = edit([base], { name: 'Siti A' }, 'A', START + 1_000)
    const atB = edit([base], { name: 'Siti B' }, 'B', START + 2_000)
    const merged = asBody(mergeLeaves([atA, atB]))
    expect(undisputedValue(merged, 'name')).toBe('Siti M')
    expect(undisputedValue(original, 'name')).toBe('Siti')
  })
})

describe('editing', () => {
  it('[ED1] writes the header anew and stamps only what changed', () => {
    const edited = edit([original], { phone: '0811' }, 'B', START + 1_000)
    expect(edited).toMatchObject({ by: 'clerk.B', device: 'B', at: instantOf(START + 1_000) })
    expect(edited.stamps['name']).toBe(original.stamps['name'])
    expect(edited.stamps['phone']).toBe(edited.stamp)
  })

  it('[ED2] that changes nothing is no write', () => {
    expect(editRecord([original], { phone: '0' }, authorAt('B', START + 1_000))).toBeUndefined()
  })

  it('[ED3] carries the merged fields of all leaves and lists them', () => {
    const atA = { ...edit([original], { phone: '0811' }, 'A', START + 1_000), _rev: '2-a' }
    const atB = { ...edit([original], { name: 'Siti B' }, 'B', START + 2_000), _rev: '2-b' }
    const both = edit([atA, atB], { birth: 'later' }, 'C', START + 3_000)
    expect(both).toMatchObject({
      phone: '0811',
      name: 'Siti B',
      birth: 'later',
      _rev: '2-a',
      merges: ['2-b'],
    })
  })

  it('[ED4] of a disputed field settles it and keeps what it settled', () => {
    const atA = edit([original], { name: 'Siti A' }, 'A', START + 1_000)
    const atB = edit([original], { name: 'Siti B' }, 'B', START + 2_000)
    const settled = edit([atA, atB], { name: 'Siti A' }, 'C', START + 3_000)
    expect(disputedValues(settled, 'name')).toEqual([])
    expect(settled.replaced?.['name']?.map((one) => one.value)).toEqual(['Siti B', 'Siti A', 'Siti'])
    expect(mergeLeaves([settled, atA, atB])).toEqual(contentOf(settled))
  })
})

describe("the hub's resolution", () => {
  const atA = { ...edit([original], { phone: '0811' }, 'A', START + 1_000), _rev: '2-a' }
  const atB = { ...edit([original], { phone: '0812' }, 'B', START + 2_000), _rev: '2-b' }
  const hub: Authorship = { ...authorAt('hub', START + 9_000), by: 'hub' }

  it('[RS1] contains every leaf and lists them', () => {
    const resolved = resolveLeaves([atA, atB], hub)
    expect(resolved).toMatchObject({ phone: '0812', _rev: '2-a', merges: ['2-b'], by: 'hub' })
    expect(resolved && contentOf(resolved)).toEqual(mergeLeaves([atA, atB]))
  })

  it('[RS2] is not written where the winner says it all', () => {
    const resolved = resolveLeaves([atA, atB], hub)
    expect(resolved && resolveLeaves([resolved, atB], hub)).toBeUndefined()
    expect(resolveLeaves([atA], hub)).toBeUndefined()
  })

  it('[RS3] keeps the stamps of people', () => {
    const resolved = resolveLeaves([atA, atB], hub)
    expect(resolved?.stamp).toBe(atB.stamp)
    expect(resolved?.stamps['phone']).toBe(atB.stamps['phone'])
  })
})
