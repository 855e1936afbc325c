/** The figures that must not fall. They stand a little below what `npm run evals` prints. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Pack } from '../../src/interview/pack.ts'
import { findQuote } from '../../src/interview/quote.ts'
import { createOffline } from '../../src/model/offline/offline.ts'
import { loadPack } from '../../src/prompts.ts'
import { found, kappa, weightedKappa } from './figures.ts'
import { type Assessed, assessAll, degreeValue, readLabelled } from './labelled.ts'

let pack: Pack
beforeAll(async () => {
  pack = await loadPack(['prompts'])
})

const assessed = (name: string): Promise<Assessed[]> =>
  assessAll(createOffline(), pack, readLabelled(new URL(name, import.meta.url)))

describe.each([
  ['answers.jsonl', { precision: 0.9, recall: 0.65, kappa: 0.7, quality: 0.75 }],
  ['second.jsonl', { precision: 0.85, recall: 0.45, kappa: 0.6, quality: 0.7 }],
  ['third.jsonl', { precision: 0.85, recall: 0.5, kappa: 0.65, quality: 0.75 }],
])('%s', (name, floor) => {
  let all: Assessed[]
  beforeAll(async () => {
    all = await assessed(name)
  })

  it('flags: rarely wrong, and seen often enough', () => {
    const pairs = all.flatMap(({ labelled, made }) =>
      Object.keys(pack.redFlags).map((kind) => ({
        claimed: made.red_flags.some((flag) => flag.kind === kind),
        labelled: labelled.red_flags.some((flag) => flag.kind === kind),
      })),
    )
    const { precision, recall } = found(pairs)
    expect(precision).toBeGreaterThanOrEqual(floor.precision)
    expect(recall).toBeGreaterThanOrEqual(floor.recall)
  })

  it('key points and quality: in step with people', () => {
    const present = all.flatMap(({ labelled, made }) =>
      Object.entries(labelled.key_points).map(([id, label]) => ({
        one: Math.min(1, degreeValue[made.key_points[id]?.level ?? 'no']),
        other: Math.min(1, label),
      })),
    )
    const quality = all.map(({ labelled, made }) => ({ one: made.quality, other: labelled.quality }))
    expect(kappa(present)).toBeGreaterThanOrEqual(floor.kappa)
    expect(weightedKappa(quality)).toBeGreaterThanOrEqual(floor.quality)
  })

  it("quotes only the candidate's words", () => {
    const strange = all.flatMap(({ labelled, made }) =>
      [
        ...Object.values(made.key_points).flatMap(({ quote }) => quote ?? []),
        ...made.mistakes.map(({ quote }) => quote),
        ...made.red_flags.map(({ quote }) => quote),
      ].filter((quote) => findQuote(labelled.answer, quote) === null),
    )
    expect(strange).toEqual([])
  })
})

describe('the questions that the labels refer to', () => {
  const point = z.record(z.string(), z.string())
  const named = z
    .object({
      questions: z.array(
        z.object({ id: z.string(), round: z.string(), text: z.string(), key_points: point }),
      ),
    })
    .parse(JSON.parse(readFileSync(new URL('questions.json', import.meta.url), 'utf8')))

  it.each(named.questions.map((question) => [question.id, question] as const))(
    '%s is in the pack as it was agreed',
    (id, question) => {
      const own = pack.questions[id]
      expect(own?.text).toBe(question.text)
      expect(own?.rounds).toContain(question.round)
      expect(own?.points.map((p) => p.id)).toEqual(Object.keys(question.key_points))
    },
  )
})
