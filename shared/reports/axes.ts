/** An axis of cells: the values that one part of a cell's name takes. */
export type Axes = readonly (readonly string[])[]

/**
 * The cells in which each part is one of the values given, of cells named `part/part/…` by `axes`. `undefined`
 * takes all values of its axis.
 */
export function cellsWhere(
  axes: Axes,
  chosen: readonly (readonly string[] | undefined)[],
): readonly string[] {
  return axes.reduce<readonly string[]>((names, axis, index) => {
    const values = axis.filter((value) => chosen[index]?.includes(value) ?? true)
    return index === 0 ? values : names.flatMap((name) => values.map((value) => `${name}/${value}`))
  }, [])
}
