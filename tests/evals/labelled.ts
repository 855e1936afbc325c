/** The labelled answers: read, and put beside what an assessor makes of them. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Degree, levels, type Pack, questionOf } from '../../src/interview/pack.ts'
import type { Model } from '../../src/model/model.ts'
import { assessOne, type OneAnswer, type Summary, summaryOf } from '../../src/one-answer.ts'

const labelledShape = z.object({
  id: z.string(),
  question: z.string(),
  level: z.enum(levels),
  quality: z.int().min(1).max(5),
  answer: z.string(),
  key_points: z.record(z.string(), z.union([z.literal(0), z.literal(1), z.literal(2)])),
  red_flags: z.array(z.object({ kind: z.string(), quote: z.string() })),
  star: z.record(z.string(), z.int().min(0).max(2)).nullable(),
})

export type Labelled = z.infer<typeof labelledShape>

/** Reads a file of labelled answers. Throws for a line that is none. */
export const readLabelled = (file: URL): Labelled[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [labelledShape.parse(JSON.parse(line))]))

export type Assessed = { labelled: Labelled; one: OneAnswer; made: Summary }

/** Assesses all of them, in order. */
export async function assessAll(model: Model, pack: Pack, answers: Labelled[]): Promise<Assessed[]> {
  const assessed: Assessed[] = []
  for (const labelled of answers) {
    const { level, answer, question } = labelled
    const one = await assessOne(model, pack, questionOf(pack, question), level, answer)
    assessed.push({ labelled, one, made: summaryOf(one, level) })
  }
  return assessed
}

export const degreeValue: Record<Degree, number> = { no: 0, partial: 1, yes: 2 }
