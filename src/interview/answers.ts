/** What the candidate writes, edits and deletes. Text is never dropped: at worst it joins an earlier question. */
import { startClock } from './clock.ts'
import { control } from './controls.ts'
import type { Decision, Event, Interview, Item, Turn } from './interview.ts'
import type { Pack, SideTalk } from './pack.ts'
import { say, silent } from './say.ts'
import { newestTurn, putTurn, turnWith } from './turns.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

/** Text of the candidate: side talk that is answered, a word that starts or stops, or an answer. */
export function said(interview: Interview, event: Of<'said'>, pack: Pack): Decision {
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

/** An edit counts until the answer is settled; after that it is kept, and one sentence says so. */
export function edited(interview: Interview, event: Of<'edited'>): Decision {
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

/** A deleted message is no answer any more, unless the answer was settled before. */
export function deleted(interview: Interview, event: Of<'deleted'>): Decision {
  const turn = turnWith(interview, event.message)
  if (turn === null) return silent(interview)
  if (turn.settled) return { interview, effects: interview.phase === 'ended' ? [] : [say('delete-kept', {})] }
  const answers = turn.answers.filter((answer) => answer.message !== event.message)
  return silent(putTurn(interview, { ...turn, answers, stale: answers.length > 0 }))
}
