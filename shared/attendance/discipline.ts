/** Thresholds of PP 94/2021 on days absent without a reason in a calendar year (`domain.md` 4.5). */
export const DISCIPLINE_THRESHOLDS = [
  { fromDays: 3, code: 'teguran-lisan' },
  { fromDays: 4, code: 'teguran-tertulis' },
  { fromDays: 7, code: 'pernyataan-tidak-puas' },
  { fromDays: 11, code: 'potong-6-bulan' },
  { fromDays: 14, code: 'potong-9-bulan' },
  { fromDays: 17, code: 'potong-12-bulan' },
  { fromDays: 21, code: 'turun-jabatan' },
  { fromDays: 25, code: 'bebas-jabatan' },
  { fromDays: 28, code: 'berhenti' },
] as const

/** Minutes late or early that count as a day absent (7.5 hours). */
export const MINUTES_OF_A_DAY = 450
/** Working days without a reason in a row that are flagged by themselves. */
export const DAYS_IN_A_ROW = 10

export type DisciplineFlag = (typeof DISCIPLINE_THRESHOLDS)[number]['code'] | 'sepuluh-hari-berturut'

/** What a year's absences reach (rule PM4): a flag for people to look at, never a decision. */
export function disciplineFlag(year: {
  readonly daysAbsent: number
  readonly minutesShort: number
  readonly longestRun: number
}): DisciplineFlag | null {
  if (year.longestRun >= DAYS_IN_A_ROW) return 'sepuluh-hari-berturut'
  const days = year.daysAbsent + Math.floor(year.minutesShort / MINUTES_OF_A_DAY)
  return DISCIPLINE_THRESHOLDS.filter((threshold) => threshold.fromDays <= days).at(-1)?.code ?? null
}
