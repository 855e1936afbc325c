/**
 * The interviewer that needs no key. It knows words, not meaning: it counts the key points that were named, shows where,
 * and says plainly that it is no AI's judgement. It is pure: the same words get the same marks.
 */
import type { Assessment } from '../../interview/marks.ts'
import type { AssessRequest, Model } from '../model.ts'
import { flagsOf } from './flags.ts'
import { read } from './heard.ts'
import { intentOf } from './intent.ts'
import { mistakesOf } from './mistakes.ts'
import { marksOf } from './points.ts'
import { spellingOf } from './spelling.ts'
import { echoesOf } from './words.ts'

/** Degrees with quotes for everything said to this question, and what the newest answer is. */
export function assess({ pack, round, question, exchanges }: AssessRequest): Assessment {
  const echoes = echoesOf([
    question.text,
    question.brief,
    question.narrower,
    ...exchanges.map(({ asked }) => asked),
  ])
  const spell = spellingOf(pack, question)
  const heard = exchanges.map((exchange) => read(exchange, echoes, spell))
  const newest = exchanges.at(-1)
  const newestHeard = heard.at(-1)
  return {
    by: 'offline',
    intent:
      newest === undefined || newestHeard === undefined
        ? { kind: 'not-an-answer' }
        : intentOf({
            question,
            sideTalk: pack.sideTalk,
            texts: newest.answers.map(({ text }) => text),
            heard: newestHeard,
          }),
    marks: marksOf(question, round, heard),
    mistakes: mistakesOf(question, heard),
    flags: flagsOf(heard),
  }
}

/** The offline model: it marks by rules and leaves every wording to the templates. */
export function createOffline(): Model {
  return {
    name: 'offline',
    assess: async (request) => assess(request),
    word: async ({ fallback }) => fallback,
    report: async ({ fallback }) => fallback,
  }
}
