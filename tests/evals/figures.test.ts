import { describe, expect, it } from 'vitest'
import { found, kappa, meanDifference, weightedKappa } from './figures.ts'

/** A table of counts, row by row, as pairs. */
const pairsOf = (table: number[][]) =>
  table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => ({ one, other }))),
  )

describe('agreement, worked out by hand', () => {
  it.each([
    // Observed .70, by chance .50.
    [
      'two raters of 50 grants',
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      'all the same',
      [
        [3, 0],
        [0, 4],
      ],
      1,
    ],
    [
      'always the opposite',
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
    // Observed .40, by chance (6 * 4 + 4 * 6) / 100 = .48.
    [
      'worse than chance',
      [
        [2, 4],
        [2, 2],
      ],
      -2 / 13,
    ],
  ])('kappa of %s', (_, table, expected) => {
    expect(kappa(pairsOf(table))).toBeCloseTo(expected, 10)
  })
  it.each([
    // Squared distances: observed (1+1)/4 = .5; by chance, over all 16 pairings, 22/16 = 1.375.
    [
      'three steps',
      [
        { one: 0, other: 1 },
        { one: 2, other: 2 },
        { one: 1, other: 0 },
        { one: 2, other: 2 },
      ],
      1 - 0.5 / 1.375,
    ],
    [
      'two steps apart costs four times one step',
      [
        { one: 0, other: 2 },
        { one: 2, other: 0 },
      ],
      -1,
    ],
  ])('weighted kappa of %s', (_, pairs, expected) => {
    expect(weightedKappa(pairs)).toBeCloseTo(expected, 10)
  })
  it('is nothing where there is nothing to agree on', () => {
    expect([kappa([]), weightedKappa([]), meanDifference([])]).toEqual([null, null, null])
    expect(kappa([{ one: 1, other: 1 }])).toBeNull()
  })
  it('counts hits, false alarms and misses', () => {
    const pairs = [
      [true, true],
      [true, false],
      [true, true],
      [false, true],
      [false, false],
    ].map(([claimed = false, labelled = false]) => ({ claimed, labelled }))
    expect(found(pairs)).toEqual({
      n: 5,
      hits: 2,
      falseAlarms: 1,
      missed: 1,
      precision: 2 / 3,
      recall: 2 / 3,
    })
    expect(found([{ claimed: false, labelled: false }])).toMatchObject({ precision: null, recall: null })
  })
})
