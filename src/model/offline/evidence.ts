/** What in a sentence speaks for a key point, and how much. */
import type { KeyPoint, Question, Round } from '../../interview/pack.ts'
import { type Hit, hitsIn, type Index, indexOf, isDenied, phraseOf } from './match.ts'
import { isBareList, isGrammar, type Sentence, stemOf, stemsOf, wordsOf } from './text.ts'

export type Evidence = {
  sentence: Sentence
  /** The words that carry it, as places in the message. */
  start: number
  end: number
  /** Different things said for the point here. */
  said: string[]
  /** More than a mention: with a reason, a number, a contrast, an order or a choice. */
  supported: boolean
}

/** A key point, ready to be looked for. */
export type Wanted = {
  point: KeyPoint
  index: Index
  /** Longer phrases of other points: "queue" in "review queue" is theirs. */
  others: Index
  /** Single words of its aliases and definition: enough where a probe gave the context. */
  weak: Set<string>
}

const prepared = new WeakMap<Question | Round, Wanted[]>()

/** The key points of a question without what the question itself says already. */
export function wantedOf(question: Question): Wanted[] {
  const asked = () => new Set(stemsOf(`${question.text}\n${question.brief}`))
  return preparedOnce(question, () => wantedPoints(question.points, asked()))
}

/** The criteria of a round. */
export const criteriaOf = (round: Round): Wanted[] =>
  preparedOnce(round, () => wantedPoints(round.criteria, new Set()))

function preparedOnce(of: Question | Round, prepare: () => Wanted[]): Wanted[] {
  const before = prepared.get(of)
  if (before !== undefined) return before
  const wanted = prepare()
  prepared.set(of, wanted)
  return wanted
}

function wantedPoints(points: KeyPoint[], asked: Set<string>): Wanted[] {
  const all = points.map((point) => point.aliases.map(phraseOf).filter(({ stems }) => !onlyOf(stems, asked)))
  return points.map((point, at) => {
    const phrases = all[at] ?? []
    const others = all.flatMap((theirs) => (theirs === phrases ? [] : theirs))
    const longer = others.filter(({ stems }) =>
      phrases.some(
        (own) => own.stems.length < stems.length && own.stems.every((stem) => stems.includes(stem)),
      ),
    )
    const words = wordsOf(`${point.aliases.join('\n')}\n${point.says}`)
    const weak = words.filter((word) => !isGrammar(word) && word.raw.length > 3 && !asked.has(word.stem))
    return {
      point,
      index: indexOf(phrases),
      others: indexOf(longer),
      weak: new Set(weak.map(({ stem }) => stem)),
    }
  })
}

const little = new Set('a an the of in to for on and or i we my our it is'.split(' '))

/** True if a phrase says nothing beyond words that were ours. */
export const onlyOf = (stems: string[], ours: Set<string>): boolean =>
  stems.every((stem) => ours.has(stem) || little.has(stem))

// A reason, a number, a contrast, an order, a choice.
const support =
  /\d|[→=<>≤≥]|\b(?:because|since|therefore|thus|due to|in order to|so that|so (?:the|we|i|it|that|you|a|spikes|gpus)|that way|which means|why|avoids?|reduc\w+|prevent\w*|faster|cheaper|smaller|better|worse|slower|fewer|than|but|however|instead|otherwise|unless|although|while|until|if|before|after|once|only|first\b[^.;]{0,60}\bthen|never|chose|choose|pick|picked|prefer|start with|went with|go with|decided|(?:each|every|once an?|twice an?) (?:day|week|month|morning|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b/i
const unsure =
  /\b(?:heard of|not sure|no idea|i guess|don't know|never used|not familiar|unsure|maybe|somehow)\b/i

/** True if the sentence does something with its terms. */
export function isSupported(sentence: Sentence, letter: string): boolean {
  if (isBareList(sentence) || (sentence.question && letter !== 'S')) return false
  const { text } = sentence
  return sentence.words.length >= 5 && support.test(text) && !unsure.test(text)
}

/**
 * What a sentence says for a point by its aliases; aliases made of `ours` do not count, nor do words that belong to
 * another point here. Asked for, a bare figure is an answer; elsewhere it is only a figure.
 */
export function byAliases(
  { point, index, others }: Wanted,
  sentence: Sentence,
  ours: Set<string>,
  probed: boolean,
): Evidence | null {
  const theirs = hitsIn(sentence.words, others, 2)
  const all = hitsIn(sentence.words, index, 2).filter(
    (hit) =>
      !onlyOf(hit.phrase.stems, ours) &&
      !isDenied(sentence, hit) &&
      !isFigurative(sentence, hit) &&
      !theirs.some((other) => contains(other, hit) && isPartOf(hit, other)),
  )
  const hits = all.filter((hit) => !all.some((other) => contains(other, hit)))
  const said = new Set(hits.map(({ phrase }) => phrase.stems.join(' ')))
  const [first] = hits
  if (first === undefined) return null
  if (!probed && point.letter !== 'S' && point.letter !== 'R' && [...said].every((one) => figures.has(one)))
    return null
  return {
    sentence,
    ...placeOf(sentence, first),
    said: [...said],
    supported: isSupported(sentence, point.letter),
  }
}

const isPartOf = (hit: Hit, other: Hit): boolean =>
  hit.phrase.stems.every((stem) => other.phrase.stems.includes(stem))

// "A p95 of six seconds" is a goal, "it costs 200 ms" a measurement: neither says what is done about it.
const figures = new Set('p50 p90 p95 p99 ms millisecond second latency throughput'.split(' ').map(stemOf))

// "Costs 200 ms" is about time, "costs some recall" about quality; only money is cost.
const notMoney =
  /^[^,.;]{0,40}?\b(?:ms|milliseconds?|seconds?|minutes?|latency|time|recall|precision|accuracy|quality|effort)\b/i

function isFigurative(sentence: Sentence, { phrase, to }: Hit): boolean {
  if (!/^(?:at the )?costs?(?: of)?$/i.test(phrase.text)) return false
  const word = sentence.words[to]
  if (word === undefined) return false
  return notMoney.test(sentence.message.slice(word.end, sentence.end))
}

const contains = (other: Hit, hit: Hit): boolean =>
  other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from

function placeOf({ words, start, end }: Sentence, { from, to }: Hit): { start: number; end: number } {
  return { start: words[from]?.start ?? start, end: words[to]?.end ?? end }
}

const fewestOwn = 6
const firm = /\d|\b(?:because|since|so that|instead|rather|than|would|if|first|then|until|less|more)\b/i

/** In a reply to a probe for this very point single words do, if the sentence has content of its own. */
export function inContext(
  { point, weak, index }: Wanted,
  sentence: Sentence,
  asked: Set<string>,
): Evidence | null {
  const own = sentence.words.filter((word) => !asked.has(word.stem))
  if (own.length < fewestOwn || sentence.question || isBareList(sentence)) return null
  const found = own.filter((word) => {
    const at = sentence.words.indexOf(word)
    return weak.has(word.stem) && !isDenied(sentence, { phrase: phraseOf(word.raw), from: at, to: at })
  })
  const [hit] = found.length > 0 ? [] : hitsIn(sentence.words, index, 2).filter((h) => !isDenied(sentence, h))
  const first =
    found[0] ?? (firm.test(sentence.text) && hit !== undefined ? sentence.words[hit.from] : undefined)
  if (first === undefined) return null
  const said = [...new Set(found.map(({ stem }) => stem))]
  return {
    sentence,
    start: first.start,
    end: first.end,
    said: said.length > 0 ? said : [first.stem],
    supported: said.length > 1 && isSupported(sentence, point.letter),
  }
}
