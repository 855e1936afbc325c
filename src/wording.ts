/** What a chosen move says: the pack's words in the round's template. A model may say it differently, never something else. */
import type { Doing, Interview, Item } from './interview/interview.ts'
import type { Exchange } from './interview/marks.ts'
import { type Move, substance } from './interview/move.ts'
import { type Company, type Pack, type Question, questionOf, roundOf } from './interview/pack.ts'
import type { WordRequest } from './model/model.ts'
import { roundVars } from './speech.ts'
import type { Templates } from './templates.ts'

/** "Your questions to me" as a question without key points, whose facts are the company's answers. Never graded. */
export function ownQuestions(interview: Interview, pack: Pack): Question {
  return {
    id: 'your-questions',
    rounds: [interview.round],
    level: 'junior',
    minutes: 5,
    story: false,
    text: '',
    brief: '',
    facts: companyOf(interview, pack)?.answers ?? [],
    points: [],
    mistakes: [],
    narrower: '',
    strongAnswer: '',
  }
}

const companyOf = (interview: Interview, pack: Pack): Company | null =>
  interview.company === null ? null : (pack.companies[interview.company] ?? null)

/** Everything that the wording of a move needs, with the template's own wording as the fallback. */
export function wordingOf(
  interview: Interview,
  doing: Extract<Doing, { kind: 'wording' }>,
  item: Item | null,
  pack: Pack,
  templates: Templates,
  exchanges: Exchange[],
): WordRequest {
  const { move } = doing
  const id = move.kind === 'ask' ? move.question : (item?.question ?? null)
  const question = id === null ? ownQuestions(interview, pack) : questionOf(pack, id)
  return {
    pack,
    round: roundOf(pack, interview.round),
    level: interview.level,
    company: companyOf(interview, pack),
    move,
    question,
    fallback: fallback(interview, move, question, pack, templates),
    exchanges,
  }
}

function fallback(
  interview: Interview,
  move: Move,
  question: Question,
  pack: Pack,
  templates: Templates,
): string {
  const round = roundOf(pack, interview.round)
  const counter = interview.turns
  const known = substance(move, question, round, pack, question.facts)
  const silent = move.kind === 'clarify' ? 'your-call' : move.kind === 'yours-reply' ? 'ask-recruiter' : null
  const text = known === '' && silent !== null ? templates.notice(silent, {}) : known
  const vars = {
    ...roundVars(interview, pack),
    text,
    question: question.text,
    brief: question.brief,
    ack: ackFor(interview, move, pack),
  }
  const words = templates.move({ round, template: move.kind, counter, vars })
  const begins = move.kind === 'ask' || move.kind === 'yours'
  if (!begins) return words
  if (interview.items.length === 0)
    return `${templates.move({ round, template: 'open', counter, vars })}\n\n${words}`
  return `${templates.move({ round, template: 'transition', counter, vars })}\n\n${words}`
}

/** An acknowledgement now and then, never praise: people hear a reply, not an echo after every message. */
function ackFor(interview: Interview, move: Move, pack: Pack): string {
  const follows =
    move.kind === 'probe' || move.kind === 'flag' || move.kind === 'mistake' || move.kind === 'deep'
  const acks = roundOf(pack, interview.round).templates['ack'] ?? []
  return follows && interview.turns % 2 === 1 ? (acks[interview.turns % acks.length] ?? '') : ''
}
