/*
 * The small clinic's October 2026, counted by hand.
 *
 * Diagnoses, visit by visit (age on the day; "no history" = a new chronic case of somebody born before 5 January 2026
 * of whom nothing is known):
 *
 *  v01 siti  36 P  J00    J19 baru (last one in March)          K30 withdrawn
 *  v02 budi  64 L  I10    F4  baru, no history     E11.9  L2 baru, no history
 *  v03 bayi  12 d L  P38  A5  baru
 *  v04 wati   0 d P  Z38.0  a visit sehat
 *  v05 wati   7 d P  P23.9  J17b baru
 *  v06 wati   8 d P  P23.9  J17b lama (kontrol)
 *  v07 wati  29 d P  J00    J19 baru
 *  v08 joko  69 L  E11.9  L2 lama (known since February)
 *  v09 joko  70 L  E11.9  L2 lama      I10  F4 baru, no history
 *  v10 agus  14 L  A09    C10 lama (ten days after 25 September)   J20.9  J4 baru
 *  v11 agus  15 L  J20.9  J5 lama (seven days)
 *  v12 agus  16 … 15 L  J20.9  J5 baru (fifteen days after the 12th)
 *  v13 rina  14 P  J06.9  on no row      v14 rina  K04.0  on no row
 *  v15 budi  65 L  J18.0  J17a baru      J18.9  J17b baru (same visit)
 *  v16 nenek 107 P  I10   F4 lama (evidence since 2020)
 *  v17 cancelled: I10     v19 entered in error: J00
 *  v20 siti  36 P  K29.7  C9 baru        K29.0  folded into it        "broken" cannot be read
 *  v21 dewi  41 P  I10    F4 lama (override; the rule would say baru)
 *  v22 sehat: Z02.7       v23 Z00.0 is a Z code
 *  v24 slamet, born on the 29th: birth after the visit      v25: no such patient      orphan: no such visit
 */
export const FORM_11_CELLS = {
  A5: { 'baru/8-28d/L': 1 },
  C9: { 'baru/20-44y/P': 1 },
  C10: { 'lama/10-14y/L': 1 },
  F4: { 'baru/60-69y/L': 1, 'baru/70y+/L': 1, 'lama/70y+/P': 1, 'lama/20-44y/P': 1 },
  J4: { 'baru/10-14y/L': 1 },
  J5: { 'lama/15-19y/L': 1, 'baru/15-19y/L': 1 },
  J17a: { 'baru/60-69y/L': 1 },
  J17b: { 'baru/0-7d/P': 1, 'lama/8-28d/P': 1, 'baru/60-69y/L': 1 },
  J19: { 'baru/20-44y/P': 1, 'baru/29d-1y/P': 1 },
  L2: { 'baru/60-69y/L': 1, 'lama/60-69y/L': 1, 'lama/70y+/L': 1 },
}

/** 32 diagnoses = 19 counted + 1 folded + 6 excluded + 6 in the tray. */
export const FORM_11_PROOF = {
  read: 32,
  counted: 19,
  folded: 1,
  excluded: {
    'entered-in-error': 1,
    'visit-sehat': 2,
    'visit-cancelled': 1,
    'visit-entered-in-error': 1,
    'z-code': 1,
  },
  tray: { 'not-on-form': 2, 'birth-after-visit': 1, 'patient-missing': 1, 'visit-missing': 1, malformed: 1 },
}
export const FORM_11_FLAGS = { baru: 12, withoutHistory: 3 }

/*
 * Visits. New in 2026: budi (v02), bayi (v03), wati (v04), rina (v13), nenek (v16), dewi (v21); siti, joko and agus
 * were here before October. Poor on the day: siti, budi and bayi always, joko's family from the 15th. Agus has not
 * said where he lives, rina lives outside.
 */
export const VISIT_CELLS = {
  JKN_PBI_APBN: {
    'lama/P/sakit/dalam/gakin': 2, // v01 v20
    'baru/L/sakit/dalam/gakin': 2, // v02 v03
    'lama/L/sakit/dalam/gakin': 1, // v15
  },
  UMUM: {
    'baru/P/sehat/dalam/bukan': 1, // v04
    'lama/P/sakit/dalam/bukan': 4, // v05 v06 v07 v23
    'lama/L/sakit/belum/bukan': 3, // v10 v11 v12
    'baru/P/sakit/luar/bukan': 1, // v13
    'lama/P/sakit/luar/bukan': 1, // v14
    'baru/P/sakit/dalam/bukan': 1, // v21
  },
  JKN_PBI_APBD: {
    'lama/L/sakit/dalam/bukan': 1, // v08, the day before the finding
    'lama/L/sakit/dalam/gakin': 1, // v09
  },
  JAMKESDA: { 'baru/P/sakit/dalam/gakin': 1 }, // v16
  KIR_UMUM: { 'lama/P/sehat/dalam/bukan': 1 }, // v22
}
/** 25 visits = 20 counted + 3 excluded + 2 in the tray. */
export const VISIT_PROOF = {
  read: 25,
  counted: 20,
  folded: 0,
  excluded: { 'visit-cancelled': 1, 'visit-only-registered': 1, 'visit-entered-in-error': 1 },
  tray: { 'birth-after-visit': 1, 'patient-missing': 1 },
}
/** Rina came to two units on one day: 20 visits, 19 visitors. */
export const VISITORS = 19
/** Budi, nenek and dewi may have come between 1 and 5 January; of rina the evidence says when she came. */
export const VISIT_FLAGS = { baru: 6, withoutHistory: 3 }

/*
 * Cover of the poor on 31 October. Siti has JKN on her second record; budi's JKN was switched off, Jamkesda holds;
 * bayi has nothing; joko JKN; nenek's Jamkesda ended the day before; tini SKTM; ujang JKN.
 */
export const POOR_PERSON_CELLS = {
  '3577011001': {
    'JKN/P/served': 1, // siti
    'JAMKESDA/L/served': 1, // budi
    'NONE/L/served': 1, // bayi
    'JKN/L/not-served': 1, // ujang
  },
  '3577011002': {
    'JKN/L/served': 1, // joko
    'NONE/P/served': 1, // nenek
    'SKTM/P/not-served': 1, // tini
  },
}
/** 12 people of families with a finding: wati is not poor, kakek dead, rina outside, agus nobody knows, siti2 folded. */
export const POOR_PERSON_PROOF = {
  read: 12,
  counted: 7,
  folded: 1,
  excluded: { 'not-poor': 1, deceased: 1, 'outside-area': 1 },
  tray: { 'residence-unknown': 1 },
}
export const FAMILY_CELLS = {
  '3577011001': { partly: 1, full: 1 },
  '3577011002': { partly: 1 },
}
export const FAMILY_PROOF = {
  read: 6,
  counted: 3,
  folded: 0,
  excluded: { 'not-poor': 1, 'outside-area': 1 },
  tray: { 'residence-unknown': 1 },
}
export const POOR_FIGURES = [
  { id: 'cover', numerator: 5, denominator: 7 },
  { id: 'household-cover', numerator: 1, denominator: 3 },
  { id: 'service-cover', numerator: 5, denominator: 7 },
]

/*
 * Staff. 31 days less 4 Sundays less the clinic's holiday (Monday the 12th) = 26 working days.
 * Ani: late 20 minutes on the 1st, 45 on the 2nd, no arrival on the 3rd, two hours early on the 5th, ill on the 6th
 * (though she punched), on duty elsewhere on the 7th, absent without a word on the 8th: 23 days at work.
 * Bowo: employed until the 3rd; there on the 1st, absent on the 2nd, on leave on the 3rd.
 */
export const DAY_CELLS = { clinic: { H: 24, S: 1, DL: 1, TK: 2, C: 1 } }
export const DAY_PROOF = {
  read: 62,
  counted: 29,
  folded: 0,
  excluded: { OFF: 4, L: 1, 'not-employed': 28 },
  tray: {},
}
export const LATE_CELLS = { clinic: { none: 21, TL1: 1, TL2: 1, TL4: 1 } }
export const EARLY_CELLS = { clinic: { none: 23, PSW4: 1 } }
/** 52 punches: 23 days of ani's with two each less the missing arrival, two of bowo's; the rest is told below. */
export const PUNCH_PROOF = {
  read: 52,
  counted: 47,
  folded: 1, // a second arrival on the 9th
  excluded: { 'day-S': 2, 'day-OFF': 1 },
  tray: { 'staff-unknown': 1 },
}
export const STAFF_FIGURES = [
  { id: 'staff', numerator: 2, denominator: null },
  { id: 'attendance', numerator: 25, denominator: 27 },
  { id: 'on-time', numerator: 21, denominator: 26 },
  { id: 'working-days', numerator: 29, denominator: null },
  { id: 'minutes-late', numerator: 65, denominator: null },
  { id: 'minutes-early', numerator: 120, denominator: null },
  { id: 'missing-punches', numerator: 1, denominator: null },
]
