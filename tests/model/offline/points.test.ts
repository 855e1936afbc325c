import { describe, expect, it } from 'vitest'
import type { Move } from '../../../src/interview/move.ts'
import { assessed, chatbot, degrees, story } from './given.ts'

const degreeOf = (id: string, text: string | string[]) => degrees(assessed(chatbot, text))[id]
const quoteOf = (id: string, text: string) =>
  assessed(chatbot, text).marks.find(({ point }) => point === id)?.quote

describe('a key point', () => {
  it('is met where a sentence does something with its terms, and is quoted', () => {
    const text = 'Hello. I would use hybrid search because error codes matter. That is all.'
    expect(degreeOf('retrieval', text)).toBe('yes')
    expect(quoteOf('retrieval', text)).toBe('I would use hybrid search because error codes matter.')
  })

  it('is met by two of its terms in different sentences', () => {
    expect(
      degreeOf('retrieval', 'We put bm25 next to the vectors. A cross-encoder looks at the top hits then.'),
    ).toBe('yes')
  })

  it('is met in part by a bare mention', () => {
    expect(degreeOf('caching', 'There is a cache.')).toBe('partial')
  })

  it('is met in part by a list of terms', () => {
    expect(degreeOf('retrieval', 'bm25, hybrid search, re-ranking, cross-encoder, redis, recall')).toBe(
      'partial',
    )
  })

  it('is not met by silence, without a quote', () => {
    expect(assessed(chatbot, 'I would think about it for a while.').marks).toEqual(
      chatbot.points.map(({ id }) => ({ point: id, degree: 'no', quote: null })),
    )
  })

  it('is found in other spellings', () => {
    for (const term of ['reranking', 're-ranked', 'Re ranking', 'crossencoders']) {
      expect(degreeOf('retrieval', `After that comes ${term} of the top hits.`)).not.toBe('no')
    }
  })

  it('is not met by the words of the question', () => {
    expect(
      degreeOf('retrieval', 'A support chatbot is a good idea because people like a support chatbot.'),
    ).toBe('no')
  })

  it.each([
    "We don't need caching here.",
    'I would never use a cache for this.',
    'Caching is overkill for this product.',
    'Caching is not needed for a start.',
    'I have never used redis.',
  ])('is not met where it is denied: %s', (text) => {
    expect(degreeOf('caching', text)).toBe('no')
  })

  it('is met where the denial belongs to another clause', () => {
    expect(degreeOf('caching', 'I do not fine-tune anything, but a cache takes the top 200 questions.')).toBe(
      'yes',
    )
  })

  it('is not met by a sentence that waves its subject away', () => {
    expect(
      degreeOf('evaluation', 'I would not bother with a test set or a metric because the model just works.'),
    ).toBe('no')
  })

  it('about the situation is met by asking', () => {
    expect(
      degreeOf(
        'requirements',
        'How many users are there, and what is the latency budget? Then I would start small.',
      ),
    ).toBe('yes')
  })

  it('is met over several messages, and quotes one of them', () => {
    expect(quoteOf('caching', 'I keep it simple at first.')).toBeNull()
    expect(
      degrees(assessed(chatbot, ['I keep it simple.', 'Redis takes the top 200 questions.']))['caching'],
    ).toBe('yes')
  })

  it('about tradeoffs is met by naming an alternative and its price', () => {
    expect(
      degreeOf('tradeoffs', 'I take one store instead of two, which is simpler but filters slower.'),
    ).toBe('yes')
    expect(degreeOf('tradeoffs', 'I take one store and filter in it.')).toBe('no')
  })
})

describe('the reply to a probe', () => {
  const reply = (point: string, said: string, form: 'open' | 'named' = 'named') => {
    const move: Move = { kind: 'probe', point, form }
    const asked = 'How would you measure whether the answers are right, with which metric?'
    return degrees(assessed(chatbot, 'I would begin with the pages.', { move, asked, said }))[point]
  }

  it('needs less to meet the point that was asked for', () => {
    expect(
      reply('evaluation', 'I would keep an offline collection of real tickets with good answers.'),
    ).not.toBe('no')
  })

  it('does not meet it with the words of the probe', () => {
    expect(reply('evaluation', 'I would measure whether the answers are right with a metric.')).toBe('no')
  })

  it('does not meet it with a phrase', () => {
    expect(reply('evaluation', 'Offline, of course.')).toBe('no')
  })
})

describe('a story', () => {
  it('has five parts, found by how they are told', () => {
    const text = [
      'In 2023, at my last job, we had 80k orders a week and a vendor that went away.',
      'I was responsible for the ranking model.',
      'I measured both vendors on 200 queries and built a switch.',
      'Errors dropped from 9 % to 4 % in five weeks.',
      'Since then I write down my limit before I look at the numbers.',
    ].join(' ')
    expect(degrees(assessed(story, text))).toEqual({
      situation: 'yes',
      task: 'yes',
      action: 'yes',
      result: 'yes',
      learning: 'yes',
    })
  })

  it('tells "I" from "we"', () => {
    expect(degrees(assessed(story, 'We built a switch for it. We measured both.'))['action']).toBe('partial')
  })

  it('is not made of what one would usually do', () => {
    expect(
      degrees(assessed(story, 'Usually I would ask the team and I would have measured it.'))['action'],
    ).toBe('no')
  })
})
