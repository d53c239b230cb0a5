export const HOUSEHOLD_COVERS = ['full', 'partly', 'none', 'no-members'] as const
export type HouseholdCover = (typeof HOUSEHOLD_COVERS)[number]

/** How far a family is covered, given for each living member whether that person is (rule HC1). */
export function householdCover(membersCovered: readonly boolean[]): HouseholdCover {
  if (membersCovered.length === 0) return 'no-members'
  if (membersCovered.every((covered) => covered)) return 'full'
  return membersCovered.some((covered) => covered) ? 'partly' : 'none'
}
