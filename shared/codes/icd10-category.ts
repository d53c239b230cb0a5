/** The three-character category of an ICD-10 code: `E11` of `E11.9`. Cases are compared on it (`domain.md` 2.3). */
export function icd10Category(code: string): string {
  return code.slice(0, 3)
}
