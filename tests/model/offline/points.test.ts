import { describe, expect, it } from 'vitest'
import type { Move } from '../../../src/interview/move.ts'
import { loadPack } from '../../../src/prompts.ts'
import { assessed, chatbot, degrees, story } from './given.ts'

const pack = await loadPack(['prompts'])
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
      degreeOf(
        'retrieval',
        'We put bm25 next to the vectors. A cross-encoder looks at the top 50 hits then.',
      ),
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
    'We need no citations and no cache.',
  ])('is not met where it is denied: %s', (text) => {
    expect(degreeOf('caching', text)).toBe('no')
  })

  it.each(["I don't know.", 'Honestly, I have no idea about the cache.', 'Hmm, I do not remember.'])(
    'is not met by an admission of ignorance: %s',
    (text) => {
      expect(Object.values(degrees(assessed(chatbot, text))).every((degree) => degree === 'no')).toBe(true)
    },
  )

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

describe('words of the trade for something else', () => {
  const asked = (id: string, text: string) => {
    const question = pack.questions[id]
    if (question === undefined) throw new Error(`The pack lost ${id}.`)
    return degrees(assessed(question, text))
  }
  it.each([
    ['a goal is no speed-up', 'caching-latency', 'I assume 20,000 questions a day and a p95 of six seconds.'],
    [
      'a measurement is no speed-up',
      'caching-latency',
      'The reranker costs 200 ms for each answer, but it is worth it.',
    ],
    ['time is no money', 'cost', 'The reranker costs 200 ms for each answer, but it is worth it.'],
    [
      'a broken parser is no tradeoff',
      'tradeoffs',
      'It breaks first when the parser loses the tables of a manual.',
    ],
    [
      'a question about cost is no answer to it',
      'cost',
      'How fast does it have to be, and what may it cost?',
    ],
  ])('%s', (_, point, text) => {
    expect(asked('rag-support-chatbot', text)[point]).toBe('no')
  })
  it('a question about cost clarifies', () => {
    expect(
      asked('rag-support-chatbot', 'How fast does it have to be, and what may it cost?')['requirements'],
    ).toBe('yes')
  })
  it('the price of a longer prompt is cost, and a price is a tradeoff', () => {
    expect(
      asked('rag-support-chatbot', 'You lose recall with one store, but two stores are slower to run.')[
        'tradeoffs'
      ],
    ).toBe('yes')
    expect(
      asked(
        'rag-support-chatbot',
        'Each answer costs half a cent, because a small model writes most of them.',
      )['cost'],
    ).toBe('yes')
  })
  it('a figure answers when it is asked for', () => {
    const question = pack.questions['rag-support-chatbot']
    if (question === undefined) throw new Error('The pack lost its first question.')
    const probe: Move = { kind: 'probe', point: 'caching-latency', form: 'named' }
    const reply = {
      move: probe,
      asked: 'Where do the seconds go?',
      said: 'Retrieval takes 300 ms and the model 900 ms at least.',
    }
    expect(degrees(assessed(question, 'I would begin with the pages.', reply))['caching-latency']).not.toBe(
      'no',
    )
  })
  it('cheap rules first are a cascade, and a review queue does not scale anything', () => {
    const cascade = asked(
      'content-moderation',
      'I put cheap rules first, then an expensive model for the rest.',
    )
    expect(cascade['latency-accuracy']).not.toBe('no')
    expect(cascade['cost']).toBe('no')
    const review = asked(
      'content-moderation',
      'Doubtful items go to a review queue, because people decide better.',
    )
    expect([review['feedback-loop'], review['scaling']]).toEqual(['yes', 'no'])
    expect(
      asked('content-moderation', 'A queue takes the spikes, because pods start slowly.')['scaling'],
    ).not.toBe('no')
  })
  it('splitting by heading is chunking, however many pages stand between', () => {
    expect(
      asked('rag-support-chatbot', 'I would split the 50 pages by heading.')['ingestion-chunking'],
    ).not.toBe('no')
  })
  it('an own habit is quoted as the situation', () => {
    const question = pack.questions['staying-current']
    if (question === undefined) throw new Error('The pack lost a question.')
    const habit = 'I read two newsletters each Friday morning.'
    const text = `${habit} I dropped three newsletters because I now ask what I would do with them.`
    expect(assessed(question, text).marks.find(({ point }) => point === 'situation')?.quote).toBe(habit)
  })
  it.each([
    ['action', 'When something looks useful I run it on a sample first.'],
    ['learning', 'I do not read the forums any more, they only made me nervous.'],
  ])('keeping current has its %s: %s', (point, text) => {
    expect(asked('staying-current', text)[point]).not.toBe('no')
  })
})

describe('a quote', () => {
  const quotes = (text: string) => assessed(chatbot, text).marks.flatMap(({ quote }) => quote ?? [])

  it('is a whole sentence, or a clause that ends at a border', () => {
    expect(
      quotes(
        'I assume a p95 of 2 s, combine bm25 with dense vectors and put redis behind it with a test set, but the alternative is a longer prompt, which costs more.',
      ).slice(2),
    ).toEqual([
      'combine bm25 with dense vectors and put redis behind it with a test set',
      'combine bm25 with dense vectors and put redis behind it with a test set',
      'the alternative is a longer prompt',
    ])
  })

  it('never ends on a word that leads on, however long the sentence', () => {
    const text =
      'then we use bm25 and a cache for the test set in a way that is the best of what we have with '.repeat(
        9,
      )
    for (const quote of quotes(text)) {
      expect(quote).not.toMatch(/\s(?:the|a|an|with|for|and|of|so|in|that|is|to|we)$/)
      expect(quote.length).toBeLessThanOrEqual(240)
    }
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

  it.each([
    'Ideally I would watch the deadline with them.',
    'I would say it depends on the deadline of the company.',
    'Does it have to be about a deadline?',
  ])('has no situation that never was: %s', (text) => {
    const move: Move = { kind: 'probe', point: 'situation', form: 'named' }
    const reply = { move, asked: 'Which case do you mean?', said: text }
    expect(degrees(assessed(story, 'Generally one should balance both.', reply))['situation']).toBe('no')
  })

  it('may quote a question in what is told', () => {
    expect(
      degrees(assessed(story, 'I learned to ask each time "who will read this?" before I begin.'))[
        'learning'
      ],
    ).toBe('yes')
  })
})
