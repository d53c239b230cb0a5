/** Which unit this PC examines for, as chosen last; it says nothing about any person. */
const KEY = 'poli-unit'

export function lastUnit(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function rememberUnit(code: string): void {
  try {
    localStorage.setItem(KEY, code)
  } catch {
    // A profile without storage asks again.
  }
}
