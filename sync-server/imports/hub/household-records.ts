import type { Household } from '../../../shared/documents/household.ts'
import type { HouseholdId } from '../../../shared/documents/ids.ts'
import { newRecord, type Authorship } from '../../../shared/sync/edit-record.ts'
import { headKey, type Family } from '../persons/families.ts'
import type { ImportIds } from './deterministic-ids.ts'
import { isUnfilled, withFields } from './fill-record.ts'
import type { Stage } from './stage.ts'

function newHousehold(id: Household['_id'], family: Family, author: Authorship): Household {
  const content = {
    _id: id,
    type: 'household' as const,
    schema: 1 as const,
    kk: family.kk,
    headName: family.headName,
    address: family.address,
    status: 'active' as const,
  }
  return newRecord(content, author)
}

function filled(household: Household, family: Family, author: Authorship): Household {
  const takesCard = household.status === 'active' && family.kk !== null && isUnfilled(household, 'kk')
  return takesCard ? withFields(household, { kk: family.kk }, author) : household
}

type Keys = {
  readonly byCard: ReadonlyMap<string, Household>
  readonly byHead: ReadonlyMap<string, readonly Household[]>
}

function keysOf(households: readonly Household[]): Keys {
  const byCard = new Map<string, Household>()
  const byHead = new Map<string, Household[]>()
  for (const household of households.filter((one) => one.status === 'active')) {
    if (household.kk !== null && !byCard.has(household.kk)) byCard.set(household.kk, household)
    const key = headKey(household.headName, household.address)
    if (key !== undefined) byHead.set(key, [...(byHead.get(key) ?? []), household])
  }
  return { byCard, byHead }
}

/** The households of a file's families, by the family's identity. */
export type FamilyHouseholds = {
  readonly idOf: (identity: string) => HouseholdId | null
  /** Somebody lives there: the household is made, or takes the family's card where it has none. */
  readonly join: (identity: string) => void
}

/**
 * Which household each family of the file is (IM24): what an earlier import made; else the one with that card; else
 * the head's at that address, unless it has another card. A new one is made only where somebody joins it.
 */
export function familyHouseholds(
  families: readonly Family[],
  stage: Stage<Household>,
  ids: ImportIds,
  author: Authorship,
): FamilyHouseholds {
  const idsOfFile: ReadonlySet<string> = new Set(families.map((family) => ids.household(family.identity)))
  const { byCard, byHead } = keysOf(stage.all())
  /** Cards that families of this file bring to households that have none. */
  const brought = new Map<string, string>()

  function isFree(household: Household, kk: string | null): boolean {
    const card = household.kk ?? brought.get(household._id) ?? null
    return !idsOfFile.has(household._id) && (card === null || kk === null || card === kk)
  }

  function found(family: Family): HouseholdId {
    const own = ids.household(family.identity)
    const carded = family.kk === null ? undefined : byCard.get(family.kk)
    const known = stage.get(own) ?? carded
    if (known) return known._id
    const headed = byHead.get(headKey(family.headName, family.address) ?? '') ?? []
    const free = headed.find((household) => isFree(household, family.kk))
    if (free && family.kk !== null) brought.set(free._id, family.kk)
    return free?._id ?? own
  }

  const matches = new Map(families.map((family) => [family.identity, { family, id: found(family) }]))
  return {
    idOf: (identity) => matches.get(identity)?.id ?? null,
    join: (identity) => {
      const match = matches.get(identity)
      if (!match) return
      const known = stage.get(match.id)
      stage.put(known ? filled(known, match.family, author) : newHousehold(match.id, match.family, author))
    },
  }
}
