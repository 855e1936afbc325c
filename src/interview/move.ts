/** The next move (DESIGN decision D6): what a good interviewer would do now, as a pure function of where things stand. */
import type { Interview, Item, Turn } from './interview.ts'
import type { Intent } from './marks.ts'
import { type Pack, pointOf, type Question, questionOf, type Round, roundOf } from './pack.ts'
import { criteriaStanding, type PointStanding, type Standing, standing } from './standing.ts'

export type Move =
  | { kind: 'ask'; question: string }
  | { kind: 'probe'; point: string; form: 'open' | 'named' }
  | { kind: 'flag'; flag: string }
  | { kind: 'mistake'; mistake: string }
  | { kind: 'narrow' }
  | { kind: 'clarify'; fact: string | null }
  | { kind: 'hint'; point: string }
  | { kind: 'deep'; point: string }
  /** "Your questions to me", and the reply to one of them. */
  | { kind: 'yours' }
  | { kind: 'yours-reply'; fact: string | null }

export type Next =
  | { kind: 'move'; move: Move }
  /** Side talk is answered at once and spends nothing. */
  | { kind: 'side-talk'; talk: string }
  /** The next item of the plan, or the end. */
  | { kind: 'onward' }

/** A share of the expected weight above which an answer needs no more probes. */
const covered = 0.85
/** A question may run over its share of the time by this factor before probing stops. */
const overrun = 1.25
/** Clarifying questions answered per question, so that an interview of nothing else still ends. */
const mostClarifications = 8
/** Own questions answered at the end of a round. */
const mostOwnQuestions = 3
/** Probes about cost or evaluation may exceed the limit by this many: they are asked once wherever they are in scope. */
const scopeExtra = 2

/** Decides what follows the newest assessed turn of the newest item. */
export function nextMove(interview: Interview, pack: Pack): Next {
  const item = interview.items.at(-1)
  const last = item?.turns.at(-1)
  if (item === undefined || last === undefined) return { kind: 'onward' }
  const intent = item.assessments.find((a) => a.turn === last.n)?.checked.intent ?? { kind: 'answer' }
  if (intent.kind === 'side-talk') return { kind: 'side-talk', talk: intent.talk }
  if (item.question === null) return ownQuestions(item, intent.kind === 'clarify' ? intent : null)
  const question = questionOf(pack, item.question)
  const move = reaction(item, last, intent) ?? followUp(interview, item, question, pack)
  return move === null || move === 'onward' ? { kind: 'onward' } : { kind: 'move', move }
}

/** What the kind of reply calls for by itself: a fact that was asked for, or a smaller form of a question that was too big. */
function reaction(item: Item, last: Turn, intent: Intent): Move | 'onward' | null {
  if (intent.kind === 'clarify') {
    return count(item, 'clarify') < mostClarifications ? { kind: 'clarify', fact: intent.fact } : null
  }
  const beside = intent.kind === 'dont-know' || intent.kind === 'not-an-answer'
  const opening = last.move.kind === 'ask' || last.move.kind === 'narrow' || last.move.kind === 'clarify'
  if (!beside || !opening) return null
  return count(item, 'narrow') === 0 ? { kind: 'narrow' } : 'onward'
}

const count = (item: Item, kind: Move['kind']) => item.turns.filter(({ move }) => move.kind === kind).length

function ownQuestions(item: Item, clarify: { fact: string | null } | null): Next {
  if (clarify === null || count(item, 'yours-reply') >= mostOwnQuestions) return { kind: 'onward' }
  return { kind: 'move', move: { kind: 'yours-reply', fact: clarify.fact } }
}

function followUp(interview: Interview, item: Item, question: Question, pack: Pack): Move | null {
  const now = standing(interview, item, question, pack)
  const fair = fairness(interview, item, now)
  if (fair !== null) return fair
  if (interview.spent >= interview.minutes * 60_000) return null
  const round = roundOf(pack, interview.round)
  const probes = count(item, 'probe')
  const share = question.minutes * (interview.minutes / round.minutes) * 60_000 * overrun
  const inTime = item.spent < share
  // A point that rests on a belief which was asked about and kept would only be asked for in vain.
  const held = now.mistakes.flatMap((m) => (m.outcome === 'held' ? [m.mistake.point] : []))
  const askable = now.points.filter((p) => !held.includes(p.point.id))
  const missing = inTime && probes < round.maxProbes ? mostImportant(askable, question.story) : null
  if (missing !== null) return missing
  const scope = probes < round.maxProbes + scopeExtra ? neverMentioned(askable) : null
  if (scope !== null) return scope
  const criterion = inTime && probes < round.maxProbes ? neverShown(interview, item, pack) : null
  if (criterion !== null) return criterion
  return inTime ? goDeep(interview, item, now.points, pack) : null
}

/** A raised flag, then a mistake; each is probed once. A flag that was confirmed before is not asked about again. */
function fairness(interview: Interview, item: Item, now: Standing): Move | null {
  const flag = now.flags.find((f) => f.outcome === 'suspected')
  const asked = interview.items.filter((other) => other !== item).flatMap((other) => other.turns)
  if (flag !== undefined && !asked.some(({ move }) => move.kind === 'flag' && move.flag === flag.flag)) {
    return { kind: 'flag', flag: flag.flag }
  }
  const mistake = now.mistakes.find((m) => m.outcome === 'raised')
  return mistake === undefined ? null : { kind: 'mistake', mistake: mistake.mistake.id }
}

/** The heaviest expected point that is missing, or only half there where it weighs most; open probe first. */
function mostImportant(points: PointStanding[], story: boolean): Move | null {
  const expected = points.filter((p) => p.expected)
  const whole = sum(expected.map((p) => p.point.weight))
  const got = sum(expected.map((p) => p.point.weight * { yes: 1, partial: 0.5, no: 0 }[p.degree]))
  if (whole > 0 && got / whole >= covered) return null
  const wanting = expected
    .filter(
      (p) =>
        p.askedByName === null &&
        (p.degree === 'no' || (p.degree === 'partial' && p.point.weight >= 3 && p.askedOpen === null)),
    )
    // A point already asked about openly is finished before another one is begun. A story is told in order: whoever
    // has not said where it happened is not asked how it ended.
    .sort(
      (a, b) =>
        Number(b.askedOpen !== null) - Number(a.askedOpen !== null) || (story ? 0 : rank(b) - rank(a)),
    )
  const first = wanting[0]
  if (first === undefined) return null
  return { kind: 'probe', point: first.point.id, form: first.askedOpen === null ? 'open' : 'named' }
}

const rank = (p: PointStanding) => p.point.weight + (p.degree === 'no' ? 0.5 : 0)

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

/** Cost, evaluation or tradeoffs: in scope and not mentioned once. Asked by name, so that silence can be told from denial. */
function neverMentioned(points: PointStanding[]): Move | null {
  const found = points.find(
    (p) => p.point.flag !== null && p.expected && p.degree === 'no' && p.askedByName === null,
  )
  return found === undefined ? null : { kind: 'probe', point: found.point.id, form: 'named' }
}

/**
 * A criterion that nothing in the round has shown. It is watched for in every question, and asked for only in the last
 * one, openly, so that a round never becomes a talk about form.
 */
function neverShown(interview: Interview, item: Item, pack: Pack): Move | null {
  const rest = interview.plan.slice(interview.items.length)
  if (rest.some(({ question }) => question !== null)) return null
  const criteria = criteriaStanding(interview, pack)
  const isCriterion = (move: Move) => 'point' in move && criteria.some((c) => c.point.id === move.point)
  if (item.turns.some(({ move }) => isCriterion(move))) return null
  const found = criteria.find((c) => c.expected && !c.cameUp && c.askedOpen === null)
  return found === undefined ? null : { kind: 'probe', point: found.point.id, form: 'open' }
}

/** "Now go deep on X": once, in the last question of a stage that asks for it, on what the candidate knows best. */
function goDeep(interview: Interview, item: Item, points: PointStanding[], pack: Pack): Move | null {
  const stage = roundOf(pack, interview.round).stages.find(({ id }) => id === item.stage)
  const rest = interview.plan.slice(interview.items.length)
  if (stage?.deep !== true || rest.some((p) => p.stage === item.stage) || count(item, 'deep') > 0) return null
  const open = points.filter((p) => p.point.deepProbe !== null && p.expected)
  const best = open.sort((a, b) => depth(b) - depth(a))[0]
  return best === undefined ? null : { kind: 'deep', point: best.point.id }
}

const depth = (p: PointStanding) => ({ yes: 2, partial: 1, no: 0 })[p.degree] * 10 + p.point.weight

/** The point a hint should help with: the heaviest expected one that is missing and was not hinted at. */
export function hintFor(interview: Interview, item: Item, pack: Pack): string | null {
  if (item.question === null) return null
  const question = questionOf(pack, item.question)
  const hinted = item.turns.flatMap(({ move }) => (move.kind === 'hint' ? [move.point] : []))
  const now = standing(interview, item, question, pack)
  const wanting = (p: PointStanding) => p.expected && p.degree === 'no' && !hinted.includes(p.point.id)
  const missing = now.points.filter(wanting).sort((a, b) => b.point.weight - a.point.weight)
  const asked = item.turns.at(-1)?.move
  const current =
    asked !== undefined && 'point' in asked
      ? [...missing, ...now.criteria.filter(wanting)].find((p) => p.point.id === asked.point)
      : undefined
  return (current ?? missing[0])?.point.id ?? null
}

/** What a move says, taken from the pack: the words that a template or a model dresses. */
export function substance(
  move: Move,
  question: Question | null,
  round: Round,
  pack: Pack,
  facts: { id: string; says: string }[],
): string {
  switch (move.kind) {
    case 'ask':
      return questionOf(pack, move.question).text
    case 'probe': {
      const point = question === null ? null : pointOf(question, round, move.point)
      return (move.form === 'open' ? point?.openProbe : point?.namedProbe) ?? ''
    }
    case 'hint':
      return question === null ? '' : pointOf(question, round, move.point).hint
    case 'deep':
      return question === null ? '' : (pointOf(question, round, move.point).deepProbe ?? '')
    case 'flag':
      return pack.redFlags[move.flag]?.probe ?? ''
    case 'mistake':
      return question?.mistakes.find(({ id }) => id === move.mistake)?.probe ?? ''
    case 'narrow':
      return question?.narrower ?? ''
    case 'clarify':
    case 'yours-reply':
      return facts.find(({ id }) => id === move.fact)?.says ?? ''
    case 'yours':
      return ''
  }
}
