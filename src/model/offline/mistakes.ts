/** Wrong beliefs and stated flags, and whether the reply to their probe took them back. */
import type { Assessment, Exchange } from '../../interview/marks.ts'
import type { Question } from '../../interview/pack.ts'
import { rules } from '../../interview/red-flags/index.ts'
import { isReported, type Place, sentencesOf } from '../../interview/red-flags/rule.ts'
import { withoutInjection } from './injection.ts'
import { type Hit, hitsIn, type Index, indexOf, isDenied, phraseOf } from './match.ts'
import type { Heard } from './points.ts'
import { quoteAround, wordCount } from './quotes.ts'
import type { Sentence } from './text.ts'

const takesBack =
  /\b(?:you(?:'re| are) right|actually|i take (?:that|it) back|(?:that|it|i) (?:would be|was|is|were) wrong|good point|fair point|on second thought|i was mistaken|i misspoke|let me correct|that's not (?:right|true|quite)|scratch that|not quite true)\b/i

/** Beliefs stated by their phrases, each once, with the words of a later reply that corrected it. */
export function mistakesOf(question: Question, heard: Heard[]): Assessment['mistakes'] {
  return question.mistakes.flatMap(({ id, phrases, corrected }) => {
    const index = indexOf(phrases.map(phraseOf))
    const all = heard.flatMap(({ sentences }) => sentences)
    const stated = firstStated(all, index)
    if (stated === null) return []
    const after = repliesTo(heard, ({ move }) => move.kind === 'mistake' && move.mistake === id)
    const repeated = firstStated(after, index) !== null
    return [
      { id, quote: stated, corrected: repeated ? null : correction(after, indexOf(corrected.map(phraseOf))) },
    ]
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

// Between a probe and its answer there may be side talk or a question back.
const goesOn = new Set(['side-talk', 'clarify', 'hint'])

function repliesTo(heard: Heard[], isProbe: (exchange: Heard) => boolean): Sentence[] {
  return after(heard, isProbe).flatMap(({ sentences }) => sentences)
}

function after<T extends { move: { kind: string } }>(exchanges: T[], isProbe: (exchange: T) => boolean): T[] {
  const at = exchanges.findIndex(isProbe)
  if (at < 0) return []
  const rest = exchanges.slice(at + 1)
  const next = rest.findIndex(({ move }) => !goesOn.has(move.kind))
  return exchanges.slice(at, next < 0 ? exchanges.length : at + 1 + next)
}

type Told = { text: string; masked: string }

const toldIn = (exchanges: Exchange[]): Told[] =>
  exchanges.flatMap(({ answers }) => answers.map(({ text }) => ({ text, masked: withoutInjection(text) })))

/** Flags stated in words, each once, with the sentence of the reply that cleared it. */
export function flagsOf(exchanges: Exchange[]): Assessment['flags'] {
  const told = toldIn(exchanges)
  return rules.flatMap((rule) => {
    const stated = firstQuote(told, (text) => rule.find(text)[0] ?? null)
    if (stated === null) return []
    const replies = toldIn(after(exchanges, ({ move }) => move.kind === 'flag' && move.flag === rule.id))
    const again = replies.some(({ masked }) => rule.find(masked).length > 0)
    return [{ id: rule.id, quote: stated, cleared: again ? null : firstQuote(replies, rule.clears) }]
  })
}

function firstQuote(told: Told[], find: (text: string) => Place | null): string | null {
  for (const { text, masked } of told) {
    const place = find(masked)
    if (place === null) continue
    const sentence =
      sentencesOf(masked).find(({ start, end }) => start <= place.start && end >= place.end) ?? place
    return quoteAround(
      text,
      wordCount(text.slice(place.start, place.end)) < 4 ? sentence : place,
      place.start,
      place.end,
    )
  }
  return null
}

const carriesNothing = new Set(['no-tradeoffs', 'dismisses-evaluation', 'ignores-cost'])

/** What states that a subject does not matter is no coverage of it. */
export const dismissedIn = (text: string): Place[] =>
  rules.filter(({ id }) => carriesNothing.has(id)).flatMap((rule) => rule.find(text))
