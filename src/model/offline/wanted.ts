/** Key points and criteria made ready, once, to be looked for. */
import type { KeyPoint, Mistake, Question, Round } from '../../interview/pack.ts'
import { type Index, indexOf, type Phrase, phraseOf } from './match.ts'
import { isGrammar, stemsOf, wordsOf } from './words.ts'

/** A key point, ready to be looked for. */
export type Wanted = {
  point: KeyPoint
  index: Index
  /** Longer phrases of other points: "queue" in "review queue" is theirs. */
  others: Index
  /** Wrong beliefs that would rest on the point: their terms are no coverage. */
  wrong: Index
  /** Single words of its aliases and definition. */
  weak: Set<string>
  /** Those that no other point of the question has: enough where a probe gave the context. */
  own: Set<string>
}

const prepared = new WeakMap<Question | Round, Wanted[]>()

/** The key points of a question without what the question itself says already. */
export function wantedOf(question: Question): Wanted[] {
  const asked = () => new Set(stemsOf(`${question.text}\n${question.brief}`))
  return preparedOnce(question, () => wantedPoints(question.points, question.mistakes, asked()))
}

/** The criteria of a round. */
export const criteriaOf = (round: Round): Wanted[] =>
  preparedOnce(round, () => wantedPoints(round.criteria, [], new Set()))

function preparedOnce(of: Question | Round, prepare: () => Wanted[]): Wanted[] {
  const before = prepared.get(of)
  if (before !== undefined) return before
  const wanted = prepare()
  prepared.set(of, wanted)
  return wanted
}

function wantedPoints(points: KeyPoint[], mistakes: Mistake[], asked: Set<string>): Wanted[] {
  const all = points.map((point) => point.aliases.map(phraseOf).filter(({ stems }) => !onlyOf(stems, asked)))
  const byStem = new Map<string, Phrase[]>()
  for (const phrase of all.flat()) {
    for (const stem of phrase.stems) byStem.get(stem)?.push(phrase) ?? byStem.set(stem, [phrase])
  }
  const weak = points.map(({ aliases, says }) => {
    const words = wordsOf(`${aliases.join('\n')}\n${says}`)
    const telling = words.filter((word) => !isGrammar(word) && word.raw.length > 3 && !asked.has(word.stem))
    return new Set(telling.map(({ stem }) => stem))
  })
  return points.map((point, at) => {
    const phrases = all[at] ?? []
    const longer = phrases.flatMap((own) =>
      (byStem.get(own.stems[0] ?? '') ?? []).filter(
        (other) =>
          !phrases.includes(other) &&
          own.stems.length < other.stems.length &&
          own.stems.every((stem) => other.stems.includes(stem)),
      ),
    )
    const words = weak[at] ?? new Set()
    const own = [...words].filter((stem) => weak.every((theirs) => theirs === words || !theirs.has(stem)))
    return {
      point,
      index: indexOf(phrases),
      others: indexOf([...new Set(longer)]),
      wrong: indexOf(
        mistakes.flatMap((mistake) => (mistake.point === point.id ? mistake.phrases.map(phraseOf) : [])),
      ),
      weak: words,
      own: new Set(own),
    }
  })
}

const little = new Set('a an the of in to for on and or i we my our it is'.split(' '))

/** True if a phrase says nothing beyond words that were ours. */
export const onlyOf = (stems: string[], ours: Set<string>): boolean =>
  stems.every((stem) => ours.has(stem) || little.has(stem))
