import { expect, test } from 'vitest'
import { z } from 'zod'
import { run } from './programs.ts'

const lines = (out: string): unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const made = z.strictObject({
  id: z.union([z.string(), z.number()]),
  key_points: z.record(
    z.string(),
    z.strictObject({ level: z.enum(['yes', 'partial', 'no']), quote: z.string().nullable() }),
  ),
  mistakes: z.array(z.strictObject({ id: z.string(), quote: z.string() })),
  red_flags: z.array(z.strictObject({ kind: z.string(), quote: z.string() })),
  star: z
    .strictObject({ situation: z.number(), task: z.number(), action: z.number(), result: z.number() })
    .nullable(),
  quality: z.number().min(1).max(5),
  by: z.literal('offline'),
})

const design = {
  id: 'd',
  question: 'rag-support-chatbot',
  level: 'senior',
  answer:
    'How many questions a day, and how fast must it be? I use hybrid search, BM25 with vectors, because error codes must match exactly, then a cross-encoder reranks 50 passages to 5. Cost does not matter, I take the biggest model for everything.',
}
const story = {
  id: 7,
  question: 'incomplete-information',
  answer:
    'Last year at my previous company I was responsible for the ranking team. I measured 150 requests in two days and decided to run a pilot. As a result errors fell from 20 to 12 percent.',
}

test('one JSON line for each, in order, and a sentence for each bad line', async () => {
  const input = [
    JSON.stringify(design),
    '{broken',
    '',
    JSON.stringify({ id: 3, question: 'no-such-question', answer: 'x' }),
    JSON.stringify({ id: 4, question: 'rag-support-chatbot' }),
    JSON.stringify({ id: 5, question: '__proto__', answer: 'x' }),
    JSON.stringify({ id: 6, question: 'temperature', answer: 'x', level: 'wizard' }),
    '[1, 2]',
    JSON.stringify(story),
    JSON.stringify({ id: 8, question: 'temperature', answer: '' }),
  ]
  const { code, out } = await run('assess', [], input.join('\r\n'))
  const all = lines(out)
  expect(code).toBe(0)
  expect(all.filter((_, at) => ![0, 7, 8].includes(at))).toEqual(
    [
      { id: null, error: 'This line is no JSON.' },
      { id: 3, error: 'There is no question "no-such-question".' },
      { id: 4, error: expect.stringMatching(/^answer is not right: .+\.$/) },
      { id: 5, error: 'There is no question "__proto__".' },
      { id: 6, error: 'level is not right: it is not one of junior, mid, senior, staff.' },
      { id: null, error: expect.stringMatching(/^The line is not right: .+\.$/) },
    ].slice(0, 6),
  )
  const [first, told, empty] = [0, 7, 8].map((at) => made.parse(all[at]))
  expect(first?.key_points['retrieval']).toMatchObject({ level: 'yes' })
  expect(first?.red_flags.map(({ kind }) => kind)).toEqual(['ignores-cost'])
  expect(first?.star).toBeNull()
  for (const { quote } of Object.values(first?.key_points ?? {}))
    if (quote !== null) expect(design.answer).toContain(quote)
  expect(told).toMatchObject({ id: 7, star: { situation: 2, task: 2, action: 2, result: 2 }, red_flags: [] })
  expect(empty).toMatchObject({ quality: 1, mistakes: [], red_flags: [] })
})

test('a broken folder laid over the pack is told in sentences, and nothing is assessed', async () => {
  const { code, out, err } = await run('assess', [], JSON.stringify(design), {
    PROMPTS_DIR: new URL('../transcripts', import.meta.url).pathname,
  })
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^tests\/transcripts\/\S+\.md:1: is no file of a pack; /)
})
