/**
 * What follows from an event: the heart of the interview, pure. An event that changes nothing (a doubled message, a result
 * that was overtaken, a wake-up that is no longer due) returns the very same state and no effects: it is void.
 */
import { deleted, edited, said } from './answers.ts'
import { nextDue, startClock, stopClock } from './clock.ts'
import { control } from './controls.ts'
import type { Decision, Effect, Event, Interview, Item, Owed, Turn } from './interview.ts'
import { recapOf } from './onward.ts'
import { type Pack, roundOf } from './pack.ts'
import { say, silent } from './say.ts'
import { thinkAfter } from './think.ts'
import { newestTurn, putTurn } from './turns.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

/** The state that a list of events adds up to. The first must be `offered`. */
export function fold(events: Event[], pack: Pack): Interview {
  const [first, ...rest] = events
  if (first?.type !== 'offered') throw new Error('An interview begins with the event "offered".')
  return rest.reduce(
    (interview, event) => decide(interview, event, pack).interview,
    begin(first, pack).interview,
  )
}

/** A new interview, waiting in its lobby: nothing counts before Start. */
export function begin(event: Of<'offered'>, pack: Pack): Decision {
  const { type: _, at, audience, ...given } = event
  const interview: Interview = {
    ...given,
    phase: 'lobby',
    doing: { kind: 'listening' },
    items: [],
    early: [],
    turns: 0,
    clockSince: null,
    spent: 0,
    lastSign: at,
    nudged: false,
    held: false,
    doneEarly: null,
    pausedAt: null,
    ending: null,
    revision: 0,
    seq: 1,
  }
  const intro = say('intro', {
    round: roundOf(pack, given.round).title,
    level: given.level,
    company: given.company === null ? '' : (pack.companies[given.company]?.title ?? ''),
    mode: given.mode,
    minutes: given.minutes,
    questions: given.plan.filter((item) => item.question !== null).length,
    redo: given.plan.filter((item) => item.redo === true).length,
    settles: given.settles,
    audience,
  })
  return { interview, effects: [intro] }
}

/** Applies one event. */
export function decide(interview: Interview, event: Event, pack: Pack): Decision {
  const decision = apply(interview, event, pack)
  if (decision.interview === interview && decision.effects.length === 0) return decision
  return { ...decision, interview: { ...decision.interview, seq: interview.seq + 1 } }
}

function apply(interview: Interview, event: Event, pack: Pack): Decision {
  switch (event.type) {
    case 'offered':
      return silent(interview)
    case 'said':
      return said(interview, event, pack)
    case 'edited':
      return edited(interview, event)
    case 'deleted':
      return deleted(interview, event)
    case 'typed':
      return interview.phase === 'running' && event.at > interview.lastSign
        ? silent({ ...interview, lastSign: event.at })
        : silent(interview)
    case 'pressed':
      return control(interview, event.control, event.at, pack)
    case 'woke':
      return woke(interview, event.at, pack)
    case 'assessed':
    case 'unassessed':
      return assessed(interview, event, pack)
    case 'worded':
      return worded(interview, event, pack)
    case 'posted':
      return posted(interview, event, pack)
    case 'reported':
      return reported(interview, event)
  }
}

/** The thinking that is owed now. Each is ended by an event with its key; nothing is owed while paused. */
export function owed(interview: Interview): Owed[] {
  if (interview.phase === 'running') {
    if (interview.doing.kind === 'wording') return [{ kind: 'word', key: interview.doing.key }]
    const turn = newestTurn(interview)
    return interview.doing.kind === 'assessing' && turn !== null
      ? [{ kind: 'assess', key: assessKey(turn) }]
      : []
  }
  if (interview.phase !== 'reporting') return []
  const unread = interview.items.flatMap((item) => unreadTurn(item) ?? [])
  if (unread.length > 0) return unread.map((turn) => ({ kind: 'assess', key: assessKey(turn) }))
  const attempts = interview.items.flatMap((item) => item.turns).reduce((n, turn) => n + turn.attempt, 0)
  return [{ kind: 'report', key: `report:${interview.revision + 1}:${attempts}` }]
}

export const assessKey = (turn: Turn): string => `assess:${turn.n}:${turn.attempt}`

/** The turn up to which a question must be assessed (again), or null. Ungraded turns are not tried again here. */
function unreadTurn(item: Item): Turn | null {
  if (item.question === null || !item.turns.some((turn) => turn.stale)) return null
  return item.turns.findLast((turn) => turn.answers.length > 0) ?? null
}

function woke(interview: Interview, at: number, pack: Pack): Decision {
  const due = nextDue(interview, pack)
  if (due === null || due.at > at) return silent(interview)
  if (due.kind === 'settle') return control(interview, 'done', due.at, pack)
  if (due.kind === 'nudge')
    return { interview: { ...interview, nudged: true }, effects: [say('nudge', { mode: interview.mode })] }
  if (due.kind === 'pause') {
    // Silence is not the interview's time: beyond the nudge it is not counted.
    const { waits } = roundOf(pack, interview.round)
    const stopped = stopClock(interview, Math.min(due.at, interview.lastSign + waits.nudge * 1000))
    return {
      interview: { ...stopped, phase: 'paused', pausedAt: due.at },
      effects: [say('paused', { by: 'silence' })],
    }
  }
  if (interview.phase === 'lobby') {
    return { interview: { ...interview, phase: 'ended', ending: 'expired' }, effects: [say('expired', {})] }
  }
  return {
    interview: { ...stopClock(interview, due.at), phase: 'reporting', ending: 'silence' },
    effects: [say('expired', {})],
  }
}

function assessed(interview: Interview, event: Of<'assessed'> | Of<'unassessed'>, pack: Pack): Decision {
  if (!owed(interview).some(({ key }) => key === event.key)) return silent(interview)
  const turn = interview.items.flatMap((item) => item.turns).find((t) => assessKey(t) === event.key)
  if (turn === undefined) return silent(interview)
  const reason = event.type === 'unassessed' ? event.reason : null
  const items = interview.items.map((item): Item => {
    if (!item.turns.includes(turn)) return item
    const turns = item.turns.map((t) =>
      t.n <= turn.n ? { ...t, stale: false, ungraded: t === turn ? reason : t.ungraded } : t,
    )
    if (event.type === 'unassessed') return { ...item, turns }
    const others = item.assessments.filter((a) => a.turn !== turn.n)
    const assessments = [...others, { turn: turn.n, checked: event.checked }].sort((a, b) => a.turn - b.turn)
    return { ...item, turns, assessments }
  })
  const known = { ...interview, items }
  const apology = reason === null ? [] : [say('not-graded', { reason })]
  if (interview.phase !== 'running') return { interview: known, effects: apology }
  const next = thinkAfter(known, event.at, pack, reason !== null)
  return { interview: next.interview, effects: [...apology, ...next.effects] }
}

function worded(interview: Interview, event: Of<'worded'>, pack: Pack): Decision {
  const { doing } = interview
  if (interview.phase !== 'running' || doing.kind !== 'wording' || doing.key !== event.key)
    return silent(interview)
  const turn: Turn = {
    n: interview.turns + 1,
    move: doing.move,
    asked: event.message,
    postedAt: null,
    answers: interview.early,
    attempt: 0,
    settled: false,
    stale: interview.early.length > 0,
    ungraded: null,
  }
  const planned = interview.plan[doing.item]
  const begun: Item[] =
    doing.item < interview.items.length || planned === undefined
      ? interview.items.map((item, i) =>
          i === doing.item ? { ...item, turns: [...item.turns, turn] } : item,
        )
      : [...interview.items, { ...planned, turns: [turn], assessments: [], skipped: false, spent: 0 }]
  const asked: Interview = {
    ...interview,
    early: [],
    items: begun,
    turns: turn.n,
    doing: { kind: 'listening' },
    held: false,
    nudged: false,
    doneEarly: null,
    lastSign: event.at,
  }
  const first = doing.move.kind === 'ask'
  const question = begun.filter((item) => item.question !== null).length
  const of = interview.plan.filter((item) => item.question !== null).length
  const minutesLeft = Math.max(1, Math.round(interview.minutes - interview.spent / 60_000))
  const before = interview.items.at(-1)
  const recap = doing.recap && before !== undefined ? recapOf(interview, before, pack) : null
  const position = first ? { question, of, minutesLeft } : null
  const ask: Effect = { kind: 'ask', message: event.message, position }
  return { interview: asked, effects: recap === null ? [ask] : [recap, ask] }
}

/**
 * The platform showed our question. What was written after that moment answers it, even if we only learn of the moment
 * now: a post whose reply was lost is found on the platform, and by then people may have answered and said "done".
 */
function posted(interview: Interview, event: Of<'posted'>, pack: Pack): Decision {
  const turns = interview.items.flatMap((item) => item.turns)
  const turn = turns.find((t) => t.asked === event.message)
  if (turn === undefined || turn.postedAt !== null) return silent(interview)
  const before = turns[turns.indexOf(turn) - 1]
  const newest = turn === newestTurn(interview) && interview.phase === 'running'
  const moved = newest && before !== undefined ? before.answers.filter((answer) => answer.at >= event.at) : []
  const earlier =
    before === undefined || moved.length === 0
      ? interview
      : putTurn(interview, { ...before, answers: before.answers.filter((a) => !moved.includes(a)) })
  const answers = [...turn.answers, ...moved]
  const shown = putTurn(earlier, {
    ...turn,
    postedAt: event.at,
    answers,
    stale: turn.stale || moved.length > 0,
  })
  if (!newest) return silent(shown)
  const listening = startClock(
    { ...shown, doneEarly: null, lastSign: Math.max(shown.lastSign, event.at) },
    event.at,
  )
  const done = interview.doneEarly !== null && answers.length > 0
  return done ? control(listening, 'done', interview.doneEarly ?? event.at, pack) : silent(listening)
}

function reported(interview: Interview, event: Of<'reported'>): Decision {
  if (!owed(interview).some(({ key }) => key === event.key)) return silent(interview)
  const revision = interview.revision + 1
  return { interview: { ...interview, phase: 'ended', revision }, effects: [{ kind: 'report', revision }] }
}
