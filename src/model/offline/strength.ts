/**
 * How much the evidence for a key point weighs: where a mention ends and an explanation begins. Several weak signs are
 * added up, since each alone misleads: a number may stand beside anything, and a list of terms holds them all.
 */
import type { Degree } from '../../interview/pack.ts'
import type { Evidence } from './evidence.ts'
import { isBareList, type Sentence } from './text.ts'
import type { Wanted } from './wanted.ts'
import { isGrammar } from './words.ts'

// Not the digits of names such as BM25 and GPT-4.
const figure = /(?<![\p{L}\p{N}_-])\d|[→=<>≤≥]|->/u
const reason =
  /\b(?:because|since|as (?:it|they|we|you|this|that)|due to|therefore|thus|so that|so (?:the|we|i|it|that|you|a)|that's why|that way|which means|why|otherwise|else)\b/i
// No "not" here: to deny something must never make more of it.
const contrast = /\b(?:but|however|instead|rather|unless|although|though|while|whereas|only|than)\b/i
const hedge =
  /\b(?:i (?:think|guess|believe|suppose)|maybe|probably|not sure|unsure|no idea|not familiar|heard of|some|something|somehow|might|or so|etc|don't (?:know|remember)|never used)\b/i

// Set on labelled answers by three hands at once. A step more or less changes little, so there is nothing to tune here.
const weights = { figure: 2, reason: 2, contrast: 1, hedge: -2, cue: 7, anotherTerm: 2 }
const mostNear = 5
const mostOwn = 12
const mostTerms = 4
const enoughParts = 3

// A point with few aliases has few words to come near to.
const enough = ({ weak }: Wanted): number => 4 + Math.min(3, weak.size / 10)

/** `yes` for what is explained, `partial` for what is only mentioned. */
export function degreeOf(evidence: Evidence[], wanted: Wanted): Degree {
  const { id, letter } = wanted.point
  if (evidence.length === 0) return 'no'
  const coded = termsOf(evidence.filter(({ sentence }) => sentence.code))
  // A line of code gives no reasons: there it is the parts that count, and code can only be right if there is some.
  if (coded.size > 0 && termsOf(evidence).size >= enoughParts) return 'yes'
  if (id === 'correct') return 'partial'
  // A list of terms, or a question about them, stays a mention however long it is.
  const told = evidence.filter(
    ({ sentence }) => (letter === 'S' || !sentence.question) && !isMention(sentence),
  )
  if (told.length === 0) return 'partial'
  const terms = Math.min(termsOf(told).size, mostTerms)
  const weight = Math.max(...told.map(weightOf)) + weights.anotherTerm * (terms - 1)
  return weight >= enough(wanted) ? 'yes' : 'partial'
}

const termsOf = (evidence: Evidence[]): Set<string> => new Set(evidence.flatMap(({ said }) => said))

const isMention = (sentence: Sentence): boolean =>
  isBareList(sentence) && ![figure, reason, contrast].some((sign) => sign.test(sentence.text))

/** What one sentence weighs. */
export function weightOf({ sentence, said, near, cue }: Evidence): number {
  const { text, words } = sentence
  const terms = new Set(said.flatMap((phrase) => phrase.split(' ')))
  const own = words.filter((word) => !isGrammar(word) && !word.strange && !terms.has(word.stem)).length
  return (
    Math.min(near, mostNear) +
    Math.min(own, mostOwn) / 4 +
    (figure.test(text) ? weights.figure : 0) +
    (reason.test(text) ? weights.reason : 0) +
    (contrast.test(text) ? weights.contrast : 0) +
    (hedge.test(text) ? weights.hedge : 0) +
    (cue ? weights.cue : 0)
  )
}
