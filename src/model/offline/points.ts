/** Marks for every key point, from everything said to the question so far. */
import type { Assessment } from '../../interview/marks.ts'
import type { KeyPoint, Question, Round } from '../../interview/pack.ts'
import { byCues, isHypothetical } from './cues.ts'
import { byAliases, type Evidence, inContext } from './evidence.ts'
import type { Heard } from './heard.ts'
import { isQuotable, quotesAround } from './quotes.ts'
import { degreeOf, weightOf } from './strength.ts'
import type { Sentence } from './text.ts'
import { criteriaOf, type Wanted, wantedOf } from './wanted.ts'

type Mark = Assessment['marks'][number]

/** A mark for every point of the question and every criterion of its round; the quote is null where nothing was said. */
export function marksOf(question: Question, round: Round, heard: Heard[]): Mark[] {
  // Criteria are about how something is said: they may share a quote with what is said, not with each other.
  const marked = (all: Wanted[]): Mark[] => {
    const quoted = new Map<string, number>()
    return all.map((wanted) => {
      const evidence = heard.flatMap((exchange) => evidenceIn(question, wanted, exchange))
      const degree = degreeOf(evidence, wanted)
      return { point: wanted.point.id, degree, quote: degree === 'no' ? null : quoteOf(evidence, quoted) }
    })
  }
  return [...marked(wantedOf(question)), ...(question.points.length > 0 ? marked(criteriaOf(round)) : [])]
}

/** True if the exchange says anything for any point. */
export function saysSomething(question: Question, exchange: Heard): boolean {
  return wantedOf(question).some((wanted) => evidenceIn(question, wanted, exchange).length > 0)
}

function evidenceIn(question: Question, wanted: Wanted, { move, asked, sentences }: Heard): Evidence[] {
  const probed = 'point' in move && move.point === wanted.point.id
  // The question's own words are out of the aliases already; a probe's words are out of the reply to it.
  const ours = move.kind === 'ask' ? new Set<string>() : asked
  return sentences.flatMap((sentence) => {
    if (sentence.question && !mayAsk(question, wanted.point)) return []
    if (isIgnorance(sentence)) return []
    // A story is what happened; only what was learned may speak of what one would do.
    if (question.story && wanted.point.id !== 'learning' && isHypothetical(sentence)) return []
    const full = merged(byAliases(wanted, sentence, ours, probed), byCues(question, wanted.point, sentence))
    const best = full ?? (probed ? inContext(wanted, sentence, asked) : null)
    return best === null ? [] : [best]
  })
}

// An honest "I don't know" is credited elsewhere; its words are no coverage of a bot that says the same.
const ignorance =
  /^\W*(?:(?:sorry|honestly|frankly|well|h+m+|u+m+|so|ok|okay|to be honest|that|this|here|and|but)\W+){0,3}(?:i (?:really |honestly )?(?:don't|dont|do not|wouldn't) (?:really |even )?(?:know|remember|recall)|(?:i have |i've )?no (?:idea|clue)|idk|dunno|i can(?:'t|not) (?:think|remember|say|recall))/i

const isIgnorance = ({ words, text }: Sentence): boolean => words.length <= 12 && ignorance.test(text)

// A question to us shows that somebody clarifies, and nothing else.
const mayAsk = (question: Question, point: KeyPoint): boolean =>
  point.letter === 'S' && !tellsOfSelf(question)

// Where the candidate's own past or habit is asked for, a question back tells nothing of it.
const tellsOfSelf = ({ points }: Question): boolean => points.some(({ id }) => id === 'situation')

function merged(one: Evidence | null, other: Evidence | null): Evidence | null {
  if (one === null || other === null) return one ?? other
  return {
    ...one,
    said: [...new Set([...one.said, ...other.said])],
    near: Math.max(one.near, other.near),
    cue: one.cue || other.cue,
  }
}

// One quote carries two points at most, so a busy sentence is quoted by its clauses.
function quoteOf(evidence: Evidence[], quoted: Map<string, number>): string | null {
  const ranked = evidence
    .map((e, at) => ({ e, rank: weightOf(e) * 10 + e.said.length - at / 100 }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, 8)
  const choice = choiceOf(
    ranked.map(({ e }) => e),
    quoted,
  )
  if (choice !== null) quoted.set(choice, (quoted.get(choice) ?? 0) + 1)
  return choice
}

function choiceOf(ranked: Evidence[], quoted: Map<string, number>): string | null {
  let good: string | null = null
  let any: string | null = null
  for (const { sentence, start, end } of ranked) {
    for (const quote of quotesAround(sentence.message, sentence, start, end)) {
      any ??= quote
      if (!ranked.some((e) => isQuotable(e.sentence.message, quote))) continue
      if ((quoted.get(quote) ?? 0) < 2) return quote
      good ??= quote
    }
  }
  return good ?? any
}
