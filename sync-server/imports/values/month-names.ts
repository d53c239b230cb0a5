const NAMES: readonly RegExp[] = [
  /^jan(uari|uary)?$/,
  /^([fp]eb|[fp]ebr|[fp]ebruari|february)$/,
  /^(mar|mrt|maret|march)$/,
  /^apr(il)?$/,
  /^(mei|may)$/,
  /^(jun|juni|june)$/,
  /^(jul|juli|july)$/,
  /^(agt|ags|agu|agus|agst|agustus|aug|august)$/,
  /^sep(t|tember)?$/,
  /^(okt|oct|oktober|october)$/,
  /^(nov|nop|november|nopember)$/,
  /^(des|dec|desember|december)$/,
]

/** The month that a name or abbreviation means, 1 to 12, in Indonesian or English. */
export function monthNamed(word: string): number | undefined {
  const index = NAMES.findIndex((pattern) => pattern.test(word.toLowerCase().replace(/\.$/, '')))
  return index < 0 ? undefined : index + 1
}
