/** Letters and bands (DESIGN decision D7): the sums. Words and prices come from `star.yaml`, degrees from checked marks. */
import { type Band, bands, type Letter, type Level, letters, type Star } from './pack.ts'
import { type PointStanding, worth } from './standing.ts'

export type Letters = Record<Letter, number | null>

/** A point counts if it came up; one that is not expected at this level counts only where it helps. */
export const counts = (p: PointStanding): boolean => p.cameUp && (p.expected || p.degree !== 'no')

/**
 * The letters, each 0 to 5 in half points, or null where nothing came up. `weightOf` is a point's weight with the
 * company's multiplier.
 */
export function gradeLetters(
  points: PointStanding[],
  star: Star,
  weightOf: (p: PointStanding) => number,
): Letters {
  const grade = (letter: Letter): number | null => {
    const own = points.filter((p) => p.point.letter === letter && counts(p))
    const got = own.reduce((sum, p) => sum + weightOf(p) * worth(p, star), 0)
    // What the level does not expect is measured by itself, so that half of it takes nothing away.
    const due = (p: PointStanding): number => weightOf(p) * (p.expected ? 1 : worth(p, star))
    const whole = own.reduce((sum, p) => sum + due(p), 0)
    if (whole === 0) return null
    return Math.round((got / whole) * 10) / 2
  }
  return { S: grade('S'), T: grade('T'), A: grade('A'), R: grade('R') }
}

/** The share (0 to 1) of the expected weight that came up. */
export function evidence(points: PointStanding[], weightOf: (p: PointStanding) => number): number {
  const expected = points.filter((p) => p.expected)
  const whole = expected.reduce((sum, p) => sum + weightOf(p), 0)
  return whole === 0 ? 0 : expected.filter((p) => p.cameUp).reduce((sum, p) => sum + weightOf(p), 0) / whole
}

/** A confirmed flag; a gap to close never lowers a band below senior. */
export type Confirmed = { flag: string; gap: boolean }

/** The band for the mean of the letters, lowered by confirmed flags; "not enough evidence" where too little came up. */
export function gradeBand(
  given: Letters,
  share: number,
  confirmed: Confirmed[],
  level: Level,
  star: Star,
): Band {
  const values = letters.flatMap((letter) => given[letter] ?? [])
  if (values.length === 0 || share < star.enoughEvidence) return 'not enough evidence'
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const reached = star.bands.find(({ from }) => mean >= from)?.band ?? bands[0]
  const senior = level === 'senior' || level === 'staff'
  const heavy = new Set(confirmed.filter(({ gap }) => senior || !gap).map(({ flag }) => flag))
  const steps = Math.min(heavy.size, star.mostFlagSteps)
  return bands[Math.max(0, bands.indexOf(reached) - steps)] ?? bands[0]
}
