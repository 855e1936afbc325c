/** When something is due in an interview, and how much of its time is used. All times are ms since 1970. */
import type { Interview, Turn } from './interview.ts'
import { type Pack, roundOf } from './pack.ts'
import { newestTurn } from './turns.ts'

export type Due = { kind: 'settle' | 'nudge' | 'pause' | 'close'; at: number }

/** The next thing that time alone brings, or null if nothing will. */
export function nextDue(interview: Interview, pack: Pack): Due | null {
  const { waits } = roundOf(pack, interview.round)
  const since = interview.lastSign
  if (interview.phase === 'lobby') return { kind: 'close', at: since + waits.close * 1000 }
  if (interview.phase === 'paused')
    return { kind: 'close', at: (interview.pausedAt ?? since) + waits.close * 1000 }
  if (interview.phase !== 'running' || interview.doing.kind !== 'listening') return null
  const turn = newestTurn(interview)
  if (turn === null || turn.postedAt === null) return null
  if (turn.stale && interview.settles === 'when-quiet' && !interview.held) {
    return { kind: 'settle', at: since + quietFor(turn, waits.answer, waits.probe) * 1000 }
  }
  if (!interview.nudged) return { kind: 'nudge', at: since + waits.nudge * 1000 }
  return { kind: 'pause', at: since + waits.pause * 1000 }
}

/** Seconds of quiet that end an answer: longer after a first answer, doubled while the last line reads unfinished. */
function quietFor(turn: Turn, answer: number, probe: number): number {
  const usual = turn.move.kind === 'ask' || turn.move.kind === 'narrow' ? answer : probe
  return turn.answers.at(-1)?.unfinished === true ? usual * 2 : usual
}

/** Starts the clock: it runs only while we wait for the candidate. */
export const startClock = (interview: Interview, at: number): Interview =>
  interview.clockSince === null ? { ...interview, clockSince: at } : interview

/** Stops the clock and adds what it showed to the interview and to the current question. */
export function stopClock(interview: Interview, at: number): Interview {
  if (interview.clockSince === null) return interview
  const used = Math.max(0, at - interview.clockSince)
  const items = interview.items.map((item, i) =>
    i === interview.items.length - 1 ? { ...item, spent: item.spent + used } : item,
  )
  return { ...interview, items, spent: interview.spent + used, clockSince: null }
}
