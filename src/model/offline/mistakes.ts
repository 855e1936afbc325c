/** Wrong beliefs, and whether the reply to their probe took them back. */
import type { Assessment } from '../../interview/marks.ts'
import type { Question } from '../../interview/pack.ts'
import { isReported } from '../../interview/red-flags/rule.ts'
import { type Heard, repliesTo } from './heard.ts'
import { type Hit, hitsIn, type Index, indexFor, isDenied } from './match.ts'
import { quoteAround, wordCount } from './quotes.ts'
import type { Sentence } from './text.ts'

const takesBack =
  /\b(?:you(?:'re| are) right|actually|i take (?:that|it) back|(?:that|it|i) (?:would be|was|is|were) wrong|good point|fair point|on second thought|i was mistaken|i misspoke|let me correct|that's not (?:right|true|quite)|scratch that|not quite true)\b/i

/** Beliefs stated by their phrases, each once, with the words of a later reply that corrected it. */
export function mistakesOf(question: Question, heard: Heard[]): Assessment['mistakes'] {
  return question.mistakes.flatMap(({ id, phrases, corrected }) => {
    const index = indexFor(phrases)
    const all = heard.flatMap(({ told }) => told)
    const stated = firstStated(all, index)
    if (stated === null) return []
    const after = repliesTo(heard, ({ move }) => move.kind === 'mistake' && move.mistake === id).flatMap(
      ({ told }) => told,
    )
    const repeated = firstStated(after, index) !== null
    return [{ id, quote: stated, corrected: repeated ? null : correction(after, indexFor(corrected)) }]
  })
}

function firstStated(sentences: Sentence[], index: Index): string | null {
  for (const sentence of sentences) {
    if (sentence.question) continue
    const hit = hitsIn(sentence.words, index, 1).find(
      (h) => !isDenied(sentence, h) && !isReported(before(sentence, h)),
    )
    if (hit !== undefined) return quoteOf(sentence, hit)
  }
  return null
}

const before = ({ message, start, words }: Sentence, { from }: Hit): string =>
  message.slice(start, words[from]?.start ?? start)

function correction(sentences: Sentence[], index: Index): string | null {
  for (const sentence of sentences) {
    const [hit] = hitsIn(sentence.words, index, 2)
    const whole = message(sentence)
    if (sentence.question || (hit === undefined && !takesBack.test(whole))) continue
    // A bare "actually" or "limit" is not yet a correction.
    if (wordCount(sentence.message) < 4) continue
    return hit === undefined
      ? quoteAround(sentence.message, sentence, sentence.start, sentence.end)
      : quoteOf(sentence, hit)
  }
  return null
}

const message = (sentence: Sentence): string =>
  sentence.message.slice(sentence.start, sentence.end).replace(/’/g, "'")

function quoteOf(sentence: Sentence, { from, to }: Hit): string {
  const { words, start, end } = sentence
  return quoteAround(sentence.message, sentence, words[from]?.start ?? start, words[to]?.end ?? end)
}
