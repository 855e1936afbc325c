/** The figures by which an assessor is compared with people's labels. Each is null where nothing can be compared. */

/** Share of what was claimed that is right, share of what is there that was claimed, and the counts behind both. */
export type Found = {
  n: number
  hits: number
  falseAlarms: number
  missed: number
  precision: number | null
  recall: number | null
}

/** Compares yes/no claims with yes/no labels. */
export function found(pairs: { claimed: boolean; labelled: boolean }[]): Found {
  const count = (claimed: boolean, labelled: boolean) =>
    pairs.filter((pair) => pair.claimed === claimed && pair.labelled === labelled).length
  const [hits, falseAlarms, missed] = [count(true, true), count(true, false), count(false, true)]
  return {
    n: pairs.length,
    hits,
    falseAlarms,
    missed,
    precision: ratio(hits, hits + falseAlarms),
    recall: ratio(hits, hits + missed),
  }
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

export type Rating = { one: number; other: number }

/** Cohen's kappa: agreement beyond chance of two raters over unordered categories (Cohen 1960). */
export const kappa = (pairs: Rating[]): number | null => agreement(pairs, (a, b) => (a === b ? 0 : 1))

/** Quadratic weighted kappa: the same for ordered categories, where far apart counts more (Cohen 1968). */
export const weightedKappa = (pairs: Rating[]): number | null => agreement(pairs, (a, b) => (a - b) ** 2)

/** One minus the observed disagreement over the disagreement that chance would bring. */
function agreement(pairs: Rating[], distance: (a: number, b: number) => number): number | null {
  if (pairs.length === 0) return null
  const observed = pairs.reduce((sum, { one, other }) => sum + distance(one, other), 0) / pairs.length
  let expected = 0
  for (const { one } of pairs) for (const { other } of pairs) expected += distance(one, other)
  expected /= pairs.length ** 2
  // Both raters always said the same one thing: there is nothing that chance could have got wrong.
  return expected === 0 ? null : 1 - observed / expected
}

/** Mean absolute difference. */
export const meanDifference = (pairs: Rating[]): number | null =>
  pairs.length === 0
    ? null
    : pairs.reduce((sum, { one, other }) => sum + Math.abs(one - other), 0) / pairs.length
