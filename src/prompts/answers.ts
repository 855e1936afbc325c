/** Example answers of a question, with the levels that its author expects. No interview reads them: they are an author's tests. */
import type { z } from 'zod'
import type { Degree, Question } from '../interview/pack.ts'
import { anyOf, type Problem, part, prose, type Raw, refuse, splitBy } from './check.ts'

export type ExampleAnswer = {
  id: string
  text: string
  /** What is not named is expected to be `no`. */
  expected: Record<string, Degree>
  mistakes: string[]
  flags: string[]
}

// "yes: none" says that nothing is expected, where nothing at all would look forgotten.
const names = splitBy(',')
  .transform((ids) => ids.filter((id) => id !== 'none'))
  .default([])

export const answerPart = part({
  yes: names,
  partial: names,
  mistakes: names,
  flags: names,
  text: prose.optional(),
})

type Part = z.infer<typeof answerPart>

/** The example answers under "## Answers". One without a text of its own is the strong answer. */
export function exampleAnswers(raw: Raw, strongAnswer: string): ExampleAnswer[] {
  const parts = answerPart.array().catch([]).parse(raw.value['answers'])
  return parts.map(({ id, yes, partial, mistakes, flags, text }) => ({
    id,
    text: text ?? strongAnswer,
    expected: Object.fromEntries([
      ...yes.map((point) => [point, 'yes'] as const),
      ...partial.map((point) => [point, 'partial'] as const),
    ]),
    mistakes,
    flags,
  }))
}

/** Adds a sentence for every name that the question does not have, and for every answer without words. */
export function refuseAnswers(
  raw: Raw,
  parts: readonly Part[],
  question: Question,
  problems: Problem[],
): void {
  const points = question.points.map(({ id }) => id)
  const known = { yes: points, partial: points, mistakes: question.mistakes.map(({ id }) => id) }
  for (const [index, answer] of parts.entries()) {
    for (const label of ['yes', 'partial', 'mistakes'] as const) {
      if (answer[label].every((id) => known[label].includes(id))) continue
      const what = label === 'mistakes' ? 'mistakes' : 'key points'
      refuse(
        raw,
        ['answers', index, label],
        `name ${what} of this question: ${anyOf(known[label])}`,
        problems,
      )
    }
    if (answer.yes.some((id) => answer.partial.includes(id)))
      refuse(raw, ['answers', index, 'partial'], 'name nothing that stands under "yes" as well', problems)
    if (answer.text === undefined && answer.id !== 'strong')
      refuse(
        raw,
        ['answers', index, 'text'],
        'follow after an empty line; only "strong" may do without',
        problems,
      )
  }
}
