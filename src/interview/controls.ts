/** What the candidate can make us do: by button, by command, or by a plain word. */
import { startClock, stopClock } from './clock.ts'
import type { Control, Decision, Interview } from './interview.ts'
import { hintFor } from './move.ts'
import { onward, wordNext } from './onward.ts'
import type { Pack } from './pack.ts'
import { say, silent } from './say.ts'
import { newestTurn, putTurn } from './turns.ts'

/** What a person presses or says; the two others come from closing a window and from starting another interview. */
type Pressed = Exclude<Control, 'leave' | 'set-aside'>

/** Applies a control. One that does not fit the moment is answered kindly or, if it is merely late, void. */
export function control(interview: Interview, what: Control, at: number, pack: Pack): Decision {
  // Closing the window pauses what runs, and needs no words about anything else.
  if (what === 'leave')
    return interview.phase === 'running' ? pause(interview, at, 'person') : silent(interview)
  if (what === 'set-aside')
    return interview.phase === 'running' ? pause(interview, at, 'other') : silent(interview)
  switch (interview.phase) {
    case 'ended':
      return { interview, effects: what === 'done' ? [] : [say('over', {})] }
    case 'reporting':
      return silent(interview)
    case 'lobby':
      return inLobby(interview, what, at)
    case 'paused':
      return whilePaused(interview, what, at, pack)
    case 'running':
      return whileRunning(interview, what, at, pack)
  }
}

function inLobby(interview: Interview, what: Pressed, at: number): Decision {
  if (what === 'stop')
    return {
      interview: { ...interview, phase: 'ended', ending: 'cancelled' },
      effects: [say('cancelled', {})],
    }
  const starts = what === 'start' || what === 'done' || what === 'resume'
  return starts ? start(interview, at) : { interview, effects: [say('start-hint', {})] }
}

function whilePaused(interview: Interview, what: Pressed, at: number, pack: Pack): Decision {
  if (what === 'stop') return stop(interview, at)
  if (what === 'pause') return { interview, effects: [say('already-paused', {})] }
  if (what === 'resume' || what === 'start') return resume(interview, at)
  return control(resume(interview, at).interview, what, at, pack)
}

function whileRunning(interview: Interview, what: Pressed, at: number, pack: Pack): Decision {
  switch (what) {
    // Start pressed twice, or a lone Enter in the terminal: nothing to start any more.
    case 'start':
      return silent(interview)
    case 'stop':
      return stop(interview, at)
    case 'resume':
      return resume(interview, at)
    case 'done':
      return settle(interview, at)
    case 'pause':
      return pause(interview, at, 'person')
    case 'wait':
      return wait(interview, at)
    case 'skip':
      return skip(interview, at)
    case 'hint':
      return hint(interview, at, pack)
    case 'repeat':
    case 'rephrase':
      return again(interview, what, at)
  }
}

function start(interview: Interview, at: number): Decision {
  return onward({ ...interview, phase: 'running', lastSign: at }, at, false)
}

/** The answer is over: it is read as it stands. */
function settle(interview: Interview, at: number): Decision {
  const turn = newestTurn(interview)
  if (interview.doing.kind !== 'listening' || turn === null) return silent(interview)
  if (turn.postedAt === null) return silent({ ...interview, doneEarly: at })
  if (turn.answers.length === 0 || !turn.stale) {
    // Whoever has no more questions of their own says just that.
    if (interview.items.at(-1)?.question === null) return onward(interview, at, false)
    return { interview, effects: [say('empty-answer', { mode: interview.mode })] }
  }
  const settled = putTurn(stopClock(interview, at), { ...turn, settled: true })
  return silent({ ...settled, doing: { kind: 'assessing' }, held: false })
}

function pause(interview: Interview, at: number, by: 'person' | 'other'): Decision {
  return {
    interview: { ...stopClock(interview, at), phase: 'paused', pausedAt: at },
    effects: [say('paused', { by })],
  }
}

/**
 * Repeats the open question and the person's last words, so that they can go on at once. Also where the interview never
 * paused: somebody whose terminal was closed under them does not know that it did not.
 */
function resume(interview: Interview, at: number): Decision {
  const turn = newestTurn(interview)
  const back: Interview = {
    ...interview,
    phase: 'running',
    pausedAt: null,
    nudged: false,
    lastSign: Math.max(interview.lastSign, at),
  }
  if (interview.doing.kind !== 'listening' || turn === null) {
    return { interview: back, effects: [say('resumed', { question: '', words: '' })] }
  }
  // A question that the platform refused for good is shown by this repetition.
  const shown = putTurn(back, { ...turn, postedAt: turn.postedAt ?? at })
  const words = turn.answers.at(-1)
  const quotes = { question: { message: turn.asked }, ...(words && { words: { message: words.message } }) }
  return { interview: startClock(shown, at), effects: [say('resumed', { question: '', words: '' }, quotes)] }
}

/** "Wait": quiet does not end the answer, and thinking under way is dropped. */
function wait(interview: Interview, at: number): Decision {
  const turn = newestTurn(interview)
  if (turn === null) return silent(interview)
  const reopened = turn.settled
    ? putTurn(interview, {
        ...turn,
        settled: false,
        stale: turn.answers.length > 0,
        attempt: turn.attempt + 1,
      })
    : interview
  const items = reopened.items.map((item) => ({
    ...item,
    assessments: item.assessments.filter((a) => a.turn < turn.n),
  }))
  const held: Interview = {
    ...reopened,
    items,
    doing: { kind: 'listening' },
    held: true,
    nudged: false,
    lastSign: at,
  }
  return { interview: startClock(held, at), effects: [say('waiting', {})] }
}

function skip(interview: Interview, at: number): Decision {
  if (newestTurn(interview) === null) return silent(interview)
  const items = interview.items.map((item, i) =>
    i === interview.items.length - 1 ? { ...item, skipped: true } : item,
  )
  const settled = items.map((item) => ({
    ...item,
    turns: item.turns.map((turn) => ({ ...turn, settled: true })),
  }))
  const next = onward({ ...interview, items: settled }, at, false)
  return { interview: next.interview, effects: [say('skipped', {}), ...next.effects] }
}

function hint(interview: Interview, at: number, pack: Pack): Decision {
  const item = interview.items.at(-1)
  if (item === undefined || interview.doing.kind !== 'listening') return silent(interview)
  if (interview.mode === 'real') return { interview, effects: [say('no-hints', {})] }
  const point = hintFor(interview, item, pack)
  if (point === null) return { interview, effects: [say('no-more-hints', {})] }
  const settled = item.turns.at(-1)
  const closed = settled === undefined ? interview : putTurn(interview, { ...settled, settled: true })
  return silent(
    wordNext(
      { ...stopClock(closed, at), lastSign: at },
      { kind: 'hint', point },
      interview.items.length - 1,
      false,
    ),
  )
}

/** Says the open question again; "rephrase" brings its smaller form, once, and what that wins is priced as such. */
function again(interview: Interview, what: 'repeat' | 'rephrase', at: number): Decision {
  const item = interview.items.at(-1)
  const turn = newestTurn(interview)
  if (item === undefined || turn === null || interview.doing.kind !== 'listening') return silent(interview)
  const narrowed = item.turns.some(({ move }) => move.kind === 'narrow')
  if (what === 'rephrase' && turn.move.kind === 'ask' && !narrowed) {
    const closed = putTurn(stopClock(interview, at), { ...turn, settled: true })
    return silent(
      wordNext({ ...closed, lastSign: at }, { kind: 'narrow' }, interview.items.length - 1, false),
    )
  }
  const sign = { ...interview, lastSign: at }
  return { interview: sign, effects: [say('repeated', { text: '' }, { text: { message: turn.asked } })] }
}

/** Ends the interview with a report on what was said. */
function stop(interview: Interview, at: number): Decision {
  const stopped = stopClock(interview, at)
  const items = stopped.items.map((item) => ({
    ...item,
    turns: item.turns.map((turn) => ({ ...turn, settled: true })),
  }))
  return {
    interview: { ...stopped, items, phase: 'reporting', ending: 'stopped' },
    effects: [say('stopped', {})],
  }
}
