import type { UnitCode } from '../../shared/documents/unit.ts'

/** An illness for which people come back for years. */
export type ChronicIllness = {
  readonly code: string
  /** Share of the people of that age who have it. */
  readonly from: number
  readonly share: number
  readonly shareFrom60: number
  /** Days between two checks, and how often a check that is due is kept. */
  readonly every: number
  readonly kept: number
  readonly unit: UnitCode
  readonly also: readonly { readonly code: string; readonly share: number }[]
}

export const CHRONIC_ILLNESSES: readonly ChronicIllness[] = [
  {
    code: 'I10',
    from: 38,
    share: 0.075,
    shareFrom60: 0.19,
    every: 30,
    kept: 0.45,
    unit: 'PTM',
    also: [
      { code: 'E78.5', share: 0.05 },
      { code: 'M79.1', share: 0.04 },
      { code: 'R51', share: 0.03 },
      { code: 'K29.7', share: 0.03 },
    ],
  },
  {
    code: 'E11.9',
    from: 38,
    share: 0.03,
    shareFrom60: 0.06,
    every: 30,
    kept: 0.6,
    unit: 'PTM',
    also: [
      { code: 'I10', share: 0.25 },
      { code: 'E78.5', share: 0.05 },
      { code: 'G62.9', share: 0.03 },
    ],
  },
  { code: 'J45.9', from: 6, share: 0.01, shareFrom60: 0.012, every: 60, kept: 0.4, unit: 'UMUM', also: [] },
  { code: 'J44.9', from: 50, share: 0.008, shareFrom60: 0.025, every: 45, kept: 0.5, unit: 'UMUM', also: [] },
  { code: 'M15.9', from: 50, share: 0.02, shareFrom60: 0.05, every: 60, kept: 0.4, unit: 'UMUM', also: [] },
  { code: 'F20.9', from: 18, share: 0.004, shareFrom60: 0.003, every: 30, kept: 0.7, unit: 'JIWA', also: [] },
  { code: 'G40.9', from: 5, share: 0.003, shareFrom60: 0.002, every: 30, kept: 0.7, unit: 'JIWA', also: [] },
  {
    code: 'A15.0',
    from: 15,
    share: 0.002,
    shareFrom60: 0.003,
    every: 21,
    kept: 0.85,
    unit: 'TB_KUSTA',
    also: [],
  },
  { code: 'N18.9', from: 50, share: 0.003, shareFrom60: 0.01, every: 30, kept: 0.5, unit: 'PTM', also: [] },
  { code: 'I25.9', from: 48, share: 0.004, shareFrom60: 0.02, every: 30, kept: 0.5, unit: 'PTM', also: [] },
  { code: 'B24', from: 20, share: 0.0012, shareFrom60: 0, every: 30, kept: 0.8, unit: 'IMS_VCT', also: [] },
]
