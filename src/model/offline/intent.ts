/** What the newest answer is: an answer, a question to us, side talk, an honest "I don't know", or none of these. */
import { hear } from '../../interview/hear.ts'
import { withoutInjection } from '../../interview/injection.ts'
import type { Intent } from '../../interview/marks.ts'
import type { Fact, Question, SideTalk } from '../../interview/pack.ts'
import type { Heard } from './heard.ts'
import { hitsIn, indexFor } from './match.ts'
import { saysSomething } from './points.ts'
import type { Sentence } from './text.ts'
import { isGrammar, wordsOf } from './words.ts'

export type Newest = {
  question: Question
  sideTalk: Record<string, SideTalk>
  /** The messages of the newest answer. */
  texts: string[]
  heard: Heard
}

/** Decides what kind of reply the newest answer is. */
export function intentOf(newest: Newest): Intent {
  const text = newest.texts.join('\n')
  if (newest.question.points.length === 0) return ownQuestion(newest.question, text, newest.sideTalk)
  const talk = talkIn(newest)
  const fact = () => factIn(newest.question.facts, text)
  if (talk !== null && !(talk === 'what-is' && fact() !== null)) return { kind: 'side-talk', talk }
  const left = withoutInjection(text).trim()
  if (left === '' || isGibberish(left)) return { kind: 'not-an-answer' }
  const other = otherThanAnswer(newest, left, fact)
  return other === null || covers(newest) ? { kind: 'answer' } : other
}

function otherThanAnswer({ heard }: Newest, text: string, fact: () => string | null): Intent | null {
  if (doesNotKnow(text)) return { kind: 'dont-know' }
  if (isQuestion(heard.sentences)) return { kind: 'clarify', fact: fact() }
  return isChat(text) ? { kind: 'not-an-answer' } : null
}

const covers = ({ question, heard }: Newest): boolean =>
  saysSomething(question, { ...heard, sentences: told(heard.sentences) })

const told = (sentences: Sentence[]) => sentences.filter(({ question }) => !question)

function talkIn({ texts, sideTalk }: Newest): string | null {
  const talks = texts.map((text) => hear(text, sideTalk).talk)
  return hear(texts.join('\n'), sideTalk).talk ?? (talks.includes(null) ? null : (talks.at(-1) ?? null))
}

// "Your questions to me": here a question is the answer.
function ownQuestion({ facts }: Question, text: string, sideTalk: Record<string, SideTalk>): Intent {
  const fact = factIn(facts, text)
  if (fact !== null) return { kind: 'clarify', fact }
  if (isDone.test(text)) return { kind: 'dont-know' }
  if (/\?/.test(text) || interrogative.test(text)) return { kind: 'clarify', fact: null }
  const { talk } = hear(text, sideTalk)
  return talk === null ? { kind: 'answer' } : { kind: 'side-talk', talk }
}

const isDone =
  /^\W*(?:no|nope|nah|none|nothing|not (?:really|right now|at the moment|for now)|that'?s (?:all|it|everything)|i'?m (?:good|fine|done|all set)|all (?:good|clear)|i (?:have|don'?t have|do not have|haven'?t got) (?:no|any)(?: \w+)? questions?)\b(?![^?]*\?)/i
const interrogative =
  /^\W*(?:(?:and|so|ok|okay|well|also|maybe)\W+)?(?:what|how|who|whom|whose|which|where|when|why|is|are|do|does|did|can|could|will|would|should|may)\b/i

/** The fact whose cues fit best, or null. */
function factIn(facts: Fact[], text: string): string | null {
  const words = wordsOf(text.slice(0, 2_000))
  const scored = facts.map(({ id, cues }) => {
    const hits = hitsIn(words, indexFor(cues), 1)
    return { id, score: Math.max(0, ...hits.map(({ phrase }) => phrase.stems.length)) * 100 + hits.length }
  })
  const best = scored.reduce((top, one) => (one.score > top.score ? one : top), { id: '', score: 0 })
  return best.score === 0 ? null : best.id
}

const unknowing =
  /\b(?:(?:i )?(?:really |honestly )?(?:don'?t|do not|wouldn'?t) (?:really |even )?(?:know|remember|recall)|no (?:idea|clue)|not sure|unsure|never (?:really )?(?:used|heard|worked|done|thought|seen|tried|had)|can'?t (?:really )?(?:think|remember|say|recall|answer|come up)|cannot (?:think|remember|say|recall|answer)|haven'?t (?:used|done|thought|worked|seen|tried|had)|dunno|idk|beats me|drawing a blank|not familiar|nothing comes to mind|out of my depth)\b/i
const goesOn =
  /\b(?:but|maybe|guess|probably|i'?d|would|assume|perhaps|closest|similar|because)\b((?:\W+\w+){4,})/i

function doesNotKnow(text: string): boolean {
  const plain = text.replace(/[’‘]/g, "'")
  const words = wordsOf(plain).length
  return (
    words <= 25 &&
    unknowing.test(plain) &&
    !goesOn.test(plain.replace(/\bbut (?:i|we) (?:don't|can't|never)\b.*/i, ''))
  )
}

function isQuestion(sentences: Sentence[]): boolean {
  const beside = told(sentences).flatMap(({ words }) => words)
  return sentences.some(({ question }) => question) && beside.length < 8
}

const chat =
  /^\W*(?:(?:hi|hello|hey|lol|haha+|cool|nice|great|whatever|yo|test|testing|meh|ok|okay|sure|fine|wow|omg|yes|no|bla+h?|first|good|bye|thanks|foo|bar|hmm+)\W*){1,3}$/i

const isChat = (text: string): boolean => chat.test(text)

const mash = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|rtyu|tyui|uiop|zxcv|xcvb|cvbn|vbnm|jkjk|lkjh|fdsa/
const plausible =
  /^(?:[^\p{Script=Latin}]+|\p{Lu}{2,6}|\p{N}+\w{0,3}|\w{1,3}|(?=.*[aeiouyà-ü])(?!.*[bcdfghjklmnpqrstvwxz]{5})(?!.*(.)\1{2})(?!.*[aeiou]{4})[\p{L}\p{M}\p{N}]{1,24})$/u

// Nothing to read in it: no letters, or words that no language has.
function isGibberish(text: string): boolean {
  const sample = text.slice(0, 2_000)
  const words = wordsOf(sample)
  if (words.length === 0) return !/\p{N}/u.test(sample)
  const good = words.filter((word) => isGrammar(word) || (plausible.test(word.raw) && !mash.test(word.raw)))
  return good.length * 2 < words.length
}
