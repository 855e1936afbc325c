/**
 * One answer to one question, outside any interview: what `npm run assess`, the authors' commands and the evaluations
 * look at. It goes through the same assessor and the same check of quotes as an interview does.
 */
import { type Assessment, type Checked, check, type Exchange, type Span } from './interview/marks.ts'
import {
  type Degree,
  expectedAt,
  type Letter,
  type Level,
  type Pack,
  type Question,
  roundOf,
} from './interview/pack.ts'
import type { Model } from './model/model.ts'

const message = 'answer'

/** What a model made of one answer, before and after its quotes were looked up. */
export type OneAnswer = { question: Question; text: string; claimed: Assessment; checked: Checked }

/** Asks the model about one answer. Throws `ModelUnavailable`. */
export async function assessOne(
  model: Model,
  pack: Pack,
  question: Question,
  level: Level,
  text: string,
): Promise<OneAnswer> {
  const asked = `${question.text}\n\n${question.brief}`
  const exchanges: Exchange[] = [
    {
      turn: 1,
      move: { kind: 'ask', question: question.id },
      asked,
      answers: [{ message, revision: 1, text }],
    },
  ]
  // Criteria are judged over a whole round, so one answer is read without them.
  const round = { ...roundOf(pack, question.rounds[0] ?? ''), criteria: [] }
  const claimed = await model.assess({ pack, round, level, question, exchanges })
  const checked = check({ assessment: claimed, question, criteria: [], exchanges, pack })
  return { question, text, claimed, checked }
}

/** 0 absent, 1 thin, 2 clear. */
export type Story = { situation: number; task: number; action: number; result: number }

/** One answer in figures and quotes. The names are those of the JSON lines that `npm run assess` writes. */
export type Summary = {
  key_points: Record<string, { level: Degree; quote: string | null }>
  mistakes: { id: string; quote: string }[]
  red_flags: { kind: string; quote: string }[]
  /** Null unless the question asks for a story. */
  star: Story | null
  /** 1 (no answer, or a wrong one) to 5 (all that a strong answer covers). */
  quality: number
  by: string
}

/** Sums one answer up. A question of one's own key points: no criteria, no probes, stated flags only. */
export function summaryOf({ question, text, checked }: OneAnswer, level: Level): Summary {
  const words = (span: Span): string => text.slice(span.start, span.end)
  const degreeOf = (point: string): Degree =>
    checked.marks.find((mark) => mark.point === point)?.degree ?? 'no'
  const quoteOf = (point: string): string | null => {
    const mark = checked.marks.find((found) => found.point === point)
    return mark === undefined ? null : words(mark.quote)
  }
  return {
    key_points: Object.fromEntries(
      question.points.map(({ id }) => [id, { level: degreeOf(id), quote: quoteOf(id) }]),
    ),
    mistakes: checked.mistakes.map(({ id, quote }) => ({ id, quote: words(quote) })),
    red_flags: checked.flags.map(({ id, quote }) => ({ kind: id, quote: words(quote) })),
    star: asksForStory(question) ? storyOf(question, degreeOf) : null,
    quality: qualityOf(question, checked, level, degreeOf),
    by: checked.by,
  }
}

const worth: Record<Degree, number> = { yes: 1, partial: 0.5, no: 0 }

// A habit ("how do you stay current") is told in the same parts, though nothing in it need have happened once.
const asksForStory = ({ story, points }: Question): boolean =>
  story || ['situation', 'task', 'action', 'result'].every((part) => points.some(({ id }) => id === part))

function storyOf(question: Question, degreeOf: (point: string) => Degree): Story {
  const best = (letter: Letter): number =>
    Math.max(
      0,
      ...question.points
        .filter((point) => point.letter === letter && point.id !== 'learning')
        .map(({ id }) => 2 * worth[degreeOf(id)]),
    )
  return { situation: best('S'), task: best('T'), action: best('A'), result: best('R') }
}

/**
 * The share of the key points that were covered (half where in part), at which each quality begins. Set on labelled
 * answers by two hands, where people's quality follows their own count of key points closely.
 */
const qualityFrom = [0.08, 0.42, 0.72, 0.9]

/** Where no key point is clear, terms are all there is. */
const bestOfMentions = 2

/** What a wrong belief and a stated red flag cost, in key points. */
const mistakeCosts = 1
const flagCosts = 0.25

function qualityOf(
  question: Question,
  { mistakes, flags }: Checked,
  level: Level,
  degreeOf: (point: string) => Degree,
): number {
  // As in a report: what nobody at this level is asked for can only help.
  const counted = question.points.filter(({ id, from }) => expectedAt(from, level) || degreeOf(id) !== 'no')
  const got = counted.reduce((sum, { id }) => sum + worth[degreeOf(id)], 0)
  const left = got - mistakeCosts * mistakes.length - flagCosts * flags.length
  const share = Math.max(0, left) / Math.max(1, counted.length)
  const quality = 1 + qualityFrom.filter((from) => share >= from).length
  return counted.some(({ id }) => degreeOf(id) === 'yes') ? quality : Math.min(quality, bestOfMentions)
}
