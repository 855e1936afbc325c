/**
 * Where a question stands: derived, never stored, from its turns and assessments. So an answer that is re-opened only has
 * to drop its assessment, and everything that followed from it is gone too.
 */
import type { Interview, Item, Turn } from './interview.ts'
import type { Mark, Span } from './marks.ts'
import {
  type Degree,
  expectedAt,
  type KeyPoint,
  type Mistake,
  type Pack,
  type Question,
  roundOf,
  type Star,
  type Won,
} from './pack.ts'

export type PointStanding = {
  point: KeyPoint
  expected: boolean
  degree: Degree
  won: Won | null
  quote: Span | null
  /** Turns in which we asked for it, and whether by name. */
  askedOpen: Turn | null
  askedByName: Turn | null
  /** Said or asked about. What did not come up is listed and not summed. */
  cameUp: boolean
}

export type MistakeStanding = {
  mistake: Mistake
  quote: Span
  /** `raised` was never followed up and changes nothing. */
  outcome: 'raised' | 'probed' | 'corrected' | 'held'
  corrected: Span | null
}

export type FlagStanding = {
  flag: string
  how: 'stated' | 'withheld'
  outcome: 'suspected' | 'probed' | 'cleared' | 'confirmed'
  /** The words that stated it; for a withheld flag the reply to the question that asked, if there was one. */
  quote: Span | null
  cleared: Span | null
  /** The turn that asked, for a withheld flag. */
  turn: number | null
}

export type Standing = {
  points: PointStanding[]
  /** The round's criteria, as far as this question showed them. */
  criteria: PointStanding[]
  mistakes: MistakeStanding[]
  flags: FlagStanding[]
}

/** Derives the standing of one question. */
export function standing(interview: Interview, item: Item, question: Question, pack: Pack): Standing {
  const mistakes = mistakesOf(item, question)
  const points = question.points.map((point) => pointStanding(interview, item, point, mistakes, pack.star))
  const criteria = roundOf(pack, interview.round).criteria.map((point) =>
    pointStanding(interview, item, point, [], pack.star),
  )
  return { points, criteria, mistakes, flags: [...statedFlags(item), ...withheldFlags(item, points)] }
}

/** The round's criteria over all its questions: what was shown best anywhere counts, once. */
export function criteriaStanding(interview: Interview, pack: Pack): PointStanding[] {
  const { star } = pack
  return roundOf(pack, interview.round).criteria.map((point) =>
    interview.items
      .filter((item) => item.question !== null)
      .map((item) => pointStanding(interview, item, point, [], star))
      .reduce((one, other) => joined(one, other, star), unseen(interview, point)),
  )
}

const unseen = (interview: Interview, point: KeyPoint): PointStanding => ({
  point,
  expected: expectedAt(point.from, interview.level),
  degree: 'no',
  won: null,
  quote: null,
  askedOpen: null,
  askedByName: null,
  cameUp: false,
})

function joined(one: PointStanding, other: PointStanding, star: Star): PointStanding {
  return {
    ...(worth(other, star) > worth(one, star) ? other : one),
    askedOpen: one.askedOpen ?? other.askedOpen,
    askedByName: one.askedByName ?? other.askedByName,
    cameUp: one.cameUp || other.cameUp,
  }
}

/** What a point is worth, from 0 to 1: its degree times the price of how it was won. */
export const worth = (p: PointStanding, star: Star): number =>
  p.won === null ? 0 : star.degrees[p.degree] * star.prices[p.won]

/** The newest assessment that covers a turn, or null while it is still owed. */
export const covering = (item: Item, turn: number) => item.assessments.find((a) => a.turn >= turn) ?? null

const intentAt = (item: Item, turn: Turn) =>
  item.assessments.find((a) => a.turn === turn.n)?.checked.intent.kind

/** A turn was answered if the assessment that covers it took the reply for one. */
const answered = (item: Item, turn: Turn): boolean =>
  turn.answers.length > 0 && turn.settled && covering(item, turn.n) !== null

function pointStanding(
  interview: Interview,
  item: Item,
  point: KeyPoint,
  mistakes: MistakeStanding[],
  star: Star,
): PointStanding {
  const asked = item.turns.filter(
    ({ move }) =>
      ('point' in move && move.point === point.id) ||
      // To be asked about a red flag is to be asked for the point that it denies.
      (move.kind === 'flag' && move.flag === point.flag),
  )
  const askedOpen = asked.find(({ move }) => move.kind === 'probe' && move.form === 'open') ?? null
  const byName = asked.find(
    ({ move }) => move.kind !== 'hint' && !(move.kind === 'probe' && move.form === 'open'),
  )
  // Somebody who says "I don't know" to the open probe has been asked; naming the point would only press.
  const gaveUp = askedOpen !== null && intentAt(item, askedOpen) === 'dont-know' ? askedOpen : null
  const best = bestMark(item, point, star)
  const capped = capByMistakes(best, point.id, mistakes)
  return {
    point,
    expected: expectedAt(point.from, interview.level),
    degree: capped.degree,
    won: capped.degree === 'no' ? null : best.won,
    quote: capped.quote,
    askedOpen,
    askedByName: byName ?? gaveUp,
    cameUp:
      best.degree !== 'no' ||
      asked.some((turn) => answered(item, turn)) ||
      mistakes.some((m) => m.mistake.point === point.id && m.outcome === 'held'),
  }
}

type Best = { degree: Degree; won: Won | null; quote: Span | null; worth: number }

/** The best this question's assessments saw: a later, weaker reply does not take away what was said well before. */
function bestMark(item: Item, point: KeyPoint, star: Star): Best {
  let best: Best = { degree: 'no', won: null, quote: null, worth: 0 }
  for (const { checked } of item.assessments) {
    for (const mark of checked.marks) {
      if (mark.point !== point.id) continue
      const won = wonHow(item, mark, point)
      const worth = star.degrees[mark.degree] * star.prices[won]
      if (worth > best.worth) best = { degree: mark.degree, won, quote: mark.quote, worth }
    }
  }
  return best
}

/** The strongest prompting for the point up to the turn in which it was said. */
function wonHow(item: Item, mark: Mark, point: KeyPoint): Won {
  const ways = item.turns.filter((turn) => turn.n <= mark.turn).map((turn) => promptedBy(turn, point))
  if (ways.includes('hint')) return 'hint'
  if (ways.includes('named')) return 'named'
  return ways.includes('open') ? 'open' : 'unprompted'
}

function promptedBy({ move }: Turn, point: KeyPoint): Won {
  if (move.kind === 'narrow') return 'open'
  if (move.kind === 'flag' && move.flag === point.flag) return 'named'
  if (!('point' in move) || move.point !== point.id) return 'unprompted'
  if (move.kind === 'hint') return 'hint'
  return move.kind === 'probe' ? move.form : 'named'
}

/** Uncorrected, the key point that rests on a mistake is `no`; corrected after the probe, at most `partial`. */
function capByMistakes(
  best: Best,
  point: string,
  mistakes: MistakeStanding[],
): { degree: Degree; quote: Span | null } {
  const on = mistakes.filter((m) => m.mistake.point === point)
  if (on.some((m) => m.outcome === 'held')) return { degree: 'no', quote: null }
  if (best.degree === 'yes' && on.some((m) => m.outcome === 'corrected'))
    return { degree: 'partial', quote: best.quote }
  return { degree: best.degree, quote: best.quote }
}

function mistakesOf(item: Item, question: Question): MistakeStanding[] {
  const latest = item.assessments.at(-1)
  return question.mistakes.flatMap((mistake): MistakeStanding[] => {
    const claims = item.assessments.flatMap((a) => a.checked.mistakes.filter((m) => m.id === mistake.id))
    const first = claims[0]
    if (first === undefined) return []
    const probe = item.turns.find(({ move }) => move.kind === 'mistake' && move.mistake === mistake.id)
    const corrected = claims.findLast((claim) => claim.corrected !== null)?.corrected ?? null
    const standing = { mistake, quote: first.quote, corrected }
    if (probe === undefined) return [{ ...standing, outcome: 'raised' }]
    if (latest === undefined || latest.turn < probe.n) return [{ ...standing, outcome: 'probed' }]
    // A belief that the assessor no longer sees after the probe gets the benefit of the doubt.
    const still = latest.checked.mistakes.some((m) => m.id === mistake.id)
    return [{ ...standing, outcome: corrected !== null || !still ? 'corrected' : 'held' }]
  })
}

function statedFlags(item: Item): FlagStanding[] {
  const claims = item.assessments.flatMap((a) => a.checked.flags)
  const ids = [...new Set(claims.map(({ id }) => id))]
  return ids.map((flag) => {
    const own = claims.filter(({ id }) => id === flag)
    const probe = item.turns.find(({ move }) => move.kind === 'flag' && move.flag === flag)
    const cleared = own.findLast((claim) => claim.cleared !== null)?.cleared ?? null
    const base = { flag, how: 'stated' as const, quote: own[0]?.quote ?? null, cleared, turn: null }
    if (probe === undefined) return { ...base, outcome: 'suspected' }
    const after = item.assessments.findLast((a) => a.turn >= probe.n)
    if (after === undefined) return { ...base, outcome: 'probed' }
    if (cleared !== null || intentAt(item, probe) === 'dont-know') return { ...base, outcome: 'cleared' }
    return { ...base, outcome: 'confirmed' }
  })
}

/** In scope, asked once by name, and still missing. Omission alone is never a flag, nor is an honest "I don't know". */
function withheldFlags(item: Item, points: PointStanding[]): FlagStanding[] {
  return points.flatMap(({ point, expected, degree, askedByName }): FlagStanding[] => {
    if (point.flag === null || !expected || degree !== 'no' || askedByName === null) return []
    // Then it was stated, and is listed as that.
    if (askedByName.move.kind === 'flag') return []
    if (!answered(item, askedByName)) return []
    const intent = intentAt(item, askedByName)
    if (intent !== 'answer') return []
    const reply = askedByName.answers.at(-1)
    const quote = reply
      ? { message: reply.message, revision: reply.revision, start: 0, end: Number.MAX_SAFE_INTEGER }
      : null
    return [
      { flag: point.flag, how: 'withheld', outcome: 'confirmed', quote, cleared: null, turn: askedByName.n },
    ]
  })
}
