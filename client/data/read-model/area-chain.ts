/** An area's name and those around it up to the regency, the smallest first. */
export function areaChain(code: string, names: ReadonlyMap<string, string>): readonly string[] {
  const levels = code.length === 10 ? [10, 6, 4] : code.length === 6 ? [6, 4] : [code.length]
  return levels.flatMap((length) => {
    const name = names.get(code.slice(0, length))
    if (name === undefined) return []
    return [length === 6 ? `Kec. ${name}` : name]
  })
}
