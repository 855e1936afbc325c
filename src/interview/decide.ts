/**
 * What follows from an event: the heart of the interview, pure. An event that changes nothing (a doubled message, a result
 * that was overtaken, a wake-up that is no longer due) returns the very same state and no effects: it is void.
 */
import { newestTurn, nextDue, startClock, stopClock } from './clock.ts'
import { control } from './controls.ts'
import type { Decision, Effect, Event, Interview, Item, Owed, Turn } from './interview.ts'
import { recapOf } from './onward.ts'
import { type Pack, roundOf, type SideTalk } from './pack.ts'
import { say, silent } from './say.ts'
import { thinkAfter } from './think.ts'

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
      return posted(interview, event)
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

function said(interview: Interview, event: Of<'said'>, pack: Pack): Decision {
  if (interview.phase === 'ended') return { interview, effects: [say('over', {})] }
  if (has(interview, event.message)) return silent(interview)
  const action = event.talk === null ? null : (pack.sideTalk[event.talk]?.action ?? null)
  if (interview.phase === 'lobby') return saidInLobby(interview, event, action, pack)
  if (action === null) {
    return hear(
      interview.phase === 'paused' ? control(interview, 'resume', event.at, pack).interview : interview,
      event,
    )
  }
  if (interview.phase === 'reporting') return silent(interview)
  if (action !== 'none') return control(interview, action, event.at, pack)
  const talked = { ...interview, lastSign: Math.max(interview.lastSign, event.at) }
  return { interview: talked, effects: [say(`talk:${event.talk}`, {})] }
}

/** Before Start only starting and calling off mean anything; other words are answered, and count for nothing. */
function saidInLobby(
  interview: Interview,
  event: Of<'said'>,
  action: SideTalk['action'] | null,
  pack: Pack,
): Decision {
  if (action === 'start' || action === 'resume' || action === 'done')
    return control(interview, 'start', event.at, pack)
  if (action === 'stop') return control(interview, 'stop', event.at, pack)
  return { interview, effects: [say('start-hint', {})] }
}

const has = (interview: Interview, message: string): boolean =>
  interview.early.some((answer) => answer.message === message) || turnWith(interview, message) !== null

/** Takes text as an answer. It is never dropped: at worst it joins the earlier question and is read again before the report. */
function hear(interview: Interview, event: Of<'said'>): Decision {
  const target = turnFor(interview, event.at)
  const answer = { message: event.message, revision: 1, at: event.at, unfinished: event.unfinished }
  if (target === null) return silent({ ...interview, early: [...interview.early, answer] })
  const newest = newestTurn(interview)
  const answers = [...target.answers, answer].sort((a, b) => a.at - b.at)
  if (target !== newest || interview.phase === 'reporting') {
    const changed = putTurn(interview, {
      ...target,
      answers,
      stale: true,
      settled: true,
      ungraded: null,
      attempt: target.attempt + 1,
    })
    return { interview: changed, effects: interview.phase === 'reporting' ? [say('late-kept', {})] : [] }
  }
  const heard = putTurn(interview, {
    ...target,
    answers,
    stale: true,
    ungraded: null,
    settled: false,
    attempt: target.attempt + (target.settled ? 1 : 0),
  })
  const forgotten = { ...heard, items: heard.items.map((item) => without(item, target.n)) }
  const listening: Interview = {
    ...forgotten,
    doing: { kind: 'listening' },
    held: false,
    nudged: false,
    lastSign: Math.max(interview.lastSign, event.at),
  }
  return silent(startClock(listening, event.at))
}

/** Drops the assessment of a turn that is open again; what followed from it was only derived. */
const without = (item: Item, turn: number): Item => ({
  ...item,
  assessments: item.assessments.filter((a) => a.turn < turn),
})

/** The turn that text belongs to: the newest, unless it was written before the platform showed that question. */
function turnFor(interview: Interview, at: number): Turn | null {
  const turns = interview.items.flatMap((item) => item.turns)
  const shown = turns.findLast((turn) => turn.postedAt !== null && turn.postedAt <= at)
  return shown ?? turns[0] ?? null
}

function edited(interview: Interview, event: Of<'edited'>): Decision {
  const turn = turnWith(interview, event.message)
  if (turn === null) return silent(interview)
  if (turn.settled) return { interview, effects: interview.phase === 'ended' ? [] : [say('edit-kept', {})] }
  const answers = turn.answers.map((answer) =>
    answer.message === event.message
      ? { ...answer, revision: event.revision, unfinished: event.unfinished }
      : answer,
  )
  return silent(
    putTurn({ ...interview, lastSign: Math.max(interview.lastSign, event.at) }, { ...turn, answers }),
  )
}

function deleted(interview: Interview, event: Of<'deleted'>): Decision {
  const turn = turnWith(interview, event.message)
  if (turn === null) return silent(interview)
  if (turn.settled) return { interview, effects: interview.phase === 'ended' ? [] : [say('delete-kept', {})] }
  const answers = turn.answers.filter((answer) => answer.message !== event.message)
  return silent(putTurn(interview, { ...turn, answers, stale: answers.length > 0 }))
}

const turnWith = (interview: Interview, message: string): Turn | null =>
  interview.items
    .flatMap((item) => item.turns)
    .find((turn) => turn.answers.some((answer) => answer.message === message)) ?? null

const putTurn = (interview: Interview, changed: Turn): Interview => ({
  ...interview,
  items: interview.items.map((item) => ({
    ...item,
    turns: item.turns.map((turn) => (turn.n === changed.n ? changed : turn)),
  })),
})

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

function posted(interview: Interview, event: Of<'posted'>): Decision {
  const turn = interview.items.flatMap((item) => item.turns).find((t) => t.asked === event.message)
  if (turn === undefined || turn.postedAt !== null) return silent(interview)
  const shown = putTurn(interview, { ...turn, postedAt: event.at })
  if (turn !== newestTurn(interview) || interview.phase !== 'running') return silent(shown)
  return silent(startClock({ ...shown, lastSign: Math.max(shown.lastSign, event.at) }, event.at))
}

function reported(interview: Interview, event: Of<'reported'>): Decision {
  if (!owed(interview).some(({ key }) => key === event.key)) return silent(interview)
  const revision = interview.revision + 1
  return { interview: { ...interview, phase: 'ended', revision }, effects: [{ kind: 'report', revision }] }
}
