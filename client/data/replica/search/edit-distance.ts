/**
 * Whether at most `limit` slips of the hand (a letter wrong, missing, too much, or two changed places) turn `typed`
 * into `word`; with `prefix`, into the beginning of `word`.
 */
export function withinSlips(typed: string, word: string, limit: number, prefix: boolean): boolean {
  const rows = typed.length
  const columns = prefix ? Math.min(word.length, rows + limit) : word.length
  if (rows - columns > limit || columns - rows > limit) return false
  let twoUp: number[] = []
  let up = Array.from({ length: columns + 1 }, (_, column) => column)
  for (let row = 1; row <= rows; row += 1) {
    const line = [row]
    let least = row
    for (let column = 1; column <= columns; column += 1) {
      const same = typed[row - 1] === word[column - 1]
      let slips = Math.min(
        (up[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (up[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
      if (swapped) slips = Math.min(slips, (twoUp[column - 2] ?? 0) + 1)
      line.push(slips)
      if (slips < least) least = slips
    }
    if (least > limit) return false
    twoUp = up
    up = line
  }
  return prefix ? Math.min(...up) <= limit : (up[columns] ?? limit + 1) <= limit
}
