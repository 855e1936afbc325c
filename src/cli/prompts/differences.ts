/** Where the offline assessor and the author of an example answer differ, in words. */
import type { Degree, Question } from '../../interview/pack.ts'
import type { Model } from '../../model/model.ts'
import { assessOne, summaryOf } from '../../one-answer.ts'
import type { Sources } from '../../prompts.ts'

export type Compared = {
  /** Key points, mistakes and flags that were compared. */
  compared: number
  /** One sentence for each that differs. */
  sentences: string[]
}

/** Runs the example answers of one question. An answer is read as one by somebody at the question's own level. */
export async function differencesOf(
  model: Model,
  { pack, answers, places }: Sources,
  question: Question,
): Promise<Compared> {
  const all = await Promise.all(
    (answers[question.id] ?? []).map(async (answer) => {
      const one = await assessOne(model, pack, question, question.level, answer.text)
      const made = summaryOf(one, question.level)
      const where = `${places.questions[question.id] ?? question.id}: answer "${answer.id}"`
      const points = question.points.flatMap(({ id }) => {
        const expected: Degree = answer.expected[id] ?? 'no'
        const { level, quote } = made.key_points[id] ?? { level: 'no', quote: null }
        if (level === expected) return []
        const because = quote === null ? '' : ` (“${inline(quote)}”)`
        return [`${where}: "${id}" is marked ${level}${because}; the author expects ${expected}.`]
      })
      const mistakes = both(
        made.mistakes.map(({ id, quote }) => ({ id, quote })),
        answer.mistakes,
      ).map((says) => `${where}: the mistake ${says}`)
      const flags = both(
        made.red_flags.map(({ kind, quote }) => ({ id: kind, quote })),
        answer.flags,
      ).map((says) => `${where}: the red flag ${says}`)
      return {
        compared: question.points.length + question.mistakes.length + Object.keys(pack.redFlags).length,
        sentences: [...points, ...mistakes, ...flags],
      }
    }),
  )
  return {
    compared: all.reduce((sum, { compared }) => sum + compared, 0),
    sentences: all.flatMap(({ sentences }) => sentences),
  }
}

const both = (found: { id: string; quote: string }[], expected: readonly string[]): string[] => [
  ...found
    .filter(({ id }) => !expected.includes(id))
    .map(({ id, quote }) => `"${id}" is seen in “${inline(quote)}”; the author expects none.`),
  ...expected
    .filter((id) => !found.some((one) => one.id === id))
    .map((id) => `"${id}" is not seen; the author expects it.`),
]

const inline = (quote: string): string => {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 77)}...` : line
}
