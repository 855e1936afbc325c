/** A small question with everything the offline interviewer looks at, and exchanges in the words of a test. */
import type { Assessment, Exchange } from '../../../src/interview/marks.ts'
import type { Move } from '../../../src/interview/move.ts'
import type { Question } from '../../../src/interview/pack.ts'
import { assess } from '../../../src/model/offline/offline.ts'
import { loadPack } from '../../../src/prompts.ts'
import { point, question, samplePack } from '../../sample-pack.ts'

// Only a whole pack knows enough words to tell them from none.
const pack = { ...samplePack, questions: (await loadPack(['prompts'])).questions }

export const chatbot: Question = question('chatbot', {
  text: 'Design a support chatbot for our product documentation.',
  brief: 'You can ask me about scale and freshness.',
  narrower: 'How would you find the right page?',
  facts: [
    { id: 'scale', cues: ['how many users', 'traffic', 'volume'], says: '20,000 questions a day.' },
    { id: 'languages', cues: ['language', 'english only'], says: 'English and German.' },
  ],
  points: [
    point('requirements', {
      letter: 'S',
      says: 'states scale and latency',
      aliases: ['how many users', 'latency budget', 'p95'],
    }),
    point('retrieval', {
      says: 'hybrid search and re-ranking',
      aliases: [
        'hybrid search',
        'bm25',
        're-ranking',
        'cross-encoder',
        'reciprocal rank fusion',
        'support chatbot',
      ],
    }),
    point('caching', { says: 'caching of repeated questions', aliases: ['cache', 'caching', 'redis'] }),
    point('evaluation', {
      says: 'offline set, metrics',
      aliases: ['test set', 'recall', 'metric'],
      flag: 'dismisses-evaluation',
    }),
    point('tradeoffs', { says: 'weighs choices', aliases: ['trade-off', 'downside'], flag: 'no-tradeoffs' }),
  ],
  mistakes: [
    {
      id: 'large-chunks',
      says: 'larger chunks are always better',
      because: 'retrieval blurs',
      point: 'retrieval',
      phrases: ['chunks as large as possible', 'larger chunks are always better'],
      probe: 'You want the chunks as large as possible. What happens to retrieval then?',
      corrected: ['smaller chunks', 'depends', 'less precise'],
    },
  ],
})

export const story: Question = question('story', {
  text: 'Tell me about a decision that you made early.',
  brief: '',
  narrower: 'Take a small choice.',
  facts: [],
  mistakes: [],
  story: true,
  points: [
    point('situation', { letter: 'S', aliases: ['deadline'] }),
    point('task', { letter: 'T', aliases: ['my responsibility'] }),
    point('action', { letter: 'A', aliases: ['experiment'] }),
    point('result', { letter: 'R', aliases: ['outcome'] }),
    point('learning', { letter: 'R', aliases: ['i learned'] }),
  ],
})

export const yours: Question = question('yours', {
  text: 'What would you like to ask me?',
  facts: [{ id: 'team', cues: ['team', 'how big is the team'], says: 'Six people.' }],
  points: [],
  mistakes: [],
})

type Told = string | string[]

/** The question, the answer to it, then moves with what came back. */
export function exchanges(
  of: Question,
  first: Told,
  ...rest: { move: Move; asked: string; said: Told }[]
): Exchange[] {
  const opening = { move: { kind: 'ask' as const, question: of.id }, asked: of.text, said: first }
  return [opening, ...rest].map(({ move, asked, said }, turn) => ({
    turn,
    move,
    asked,
    answers: [said].flat().map((text, at) => ({ message: `m${turn}-${at}`, revision: 0, text })),
  }))
}

export function assessed(
  of: Question,
  ...said: Parameters<typeof exchanges> extends [Question, ...infer Rest] ? Rest : never
): Assessment {
  const round = samplePack.rounds['design']
  if (round === undefined) throw new Error('The sample pack lost its round.')
  return assess({ pack, round, level: 'senior', question: of, exchanges: exchanges(of, ...said) })
}

/** Degrees by point id. */
export const degrees = ({ marks }: Assessment) =>
  Object.fromEntries(marks.map(({ point: id, degree }) => [id, degree]))
