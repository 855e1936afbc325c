/** What every model owes the engine: an assessment that the check can read, words for a move, words for a report. */
import { describe, expect, it } from 'vitest'
import { check, type Exchange } from '../../src/interview/marks.ts'
import type { Pack } from '../../src/interview/pack.ts'
import { questionOf, roundOf } from '../../src/interview/pack.ts'
import type { AssessRequest, Model } from '../../src/model/model.ts'

const answer =
  'I would first ask how many questions a day there are and how fast it has to be. Then I would split the pages by heading, keep the vectors in pgvector, and measure recall at five on two hundred labelled questions on every change.'

export function modelConformance(name: string, model: Model, pack: Pack) {
  const question = questionOf(pack, 'rag-support-chatbot')
  const said = (text: string): Exchange[] => [
    {
      turn: 1,
      move: { kind: 'ask', question: question.id },
      asked: question.text,
      answers: [{ message: 'm1', revision: 1, text }],
    },
  ]
  const request = (text: string): AssessRequest => ({
    pack,
    round: roundOf(pack, 'design'),
    level: 'mid',
    question,
    exchanges: said(text),
  })

  describe(`model: ${name}`, () => {
    it('signs what it assesses', async () => {
      expect((await model.assess(request(answer))).by).toBe(model.name)
    })
    it('claims nothing that its quotes do not carry', async () => {
      const checked = check({
        assessment: await model.assess(request(answer)),
        question,
        criteria: [],
        exchanges: said(answer),
        pack,
      })
      expect(checked.dropped).toBe(0)
      expect(checked.marks.length).toBeGreaterThan(0)
      for (const { quote } of checked.marks)
        expect(answer.slice(quote.start, quote.end).length).toBeGreaterThan(10)
    })
    it('names only key points, mistakes and flags that there are', async () => {
      const { marks, mistakes, flags } = await model.assess(
        request(`${answer} It is impossible that this ever fails.`),
      )
      const points = [...question.points, ...roundOf(pack, 'design').criteria].map(({ id }) => id)
      expect(marks.filter(({ point }) => !points.includes(point))).toEqual([])
      expect(mistakes.filter(({ id }) => !question.mistakes.some((known) => known.id === id))).toEqual([])
      expect(flags.filter(({ id }) => pack.redFlags[id] === undefined)).toEqual([])
    })
    it.each(['', ' ', '😀😀😀', 'asdf qwer zxcv', 'x'.repeat(40_000), '```\nnever closed', '\u202eabc'])(
      'answers whatever it is given: %j',
      async (text) => {
        const assessment = await model.assess(request(text))
        expect(check({ assessment, question, criteria: [], exchanges: said(text), pack }).marks).toEqual([])
      },
    )
    it('words a move and a report without inventing any', async () => {
      const fallback = 'How would you measure it?'
      const words = await model.word({
        ...request(answer),
        company: null,
        move: { kind: 'probe', point: 'evaluation', form: 'named' },
        fallback,
      })
      expect(words).toContain('?')
    })
  })
}
