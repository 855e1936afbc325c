/** From an assessment to what we do next: the chosen move, side talk, or the end. */
import { startClock } from './clock.ts'
import { control } from './controls.ts'
import type { Decision, Interview } from './interview.ts'
import { nextMove } from './move.ts'
import { onward, wordNext } from './onward.ts'
import type { Pack } from './pack.ts'
import { say } from './say.ts'
import { newestTurn } from './turns.ts'

/** Continues after the newest turn was assessed, or could not be (`failed`): then with the next question. */
export function thinkAfter(interview: Interview, at: number, pack: Pack, failed: boolean): Decision {
  const next = failed ? ({ kind: 'onward' } as const) : nextMove(interview, pack)
  if (next.kind === 'onward') return onward(interview, at, true)
  if (next.kind === 'move')
    return { interview: wordNext(interview, next.move, interview.items.length - 1, false), effects: [] }
  const action = pack.sideTalk[next.talk]?.action ?? 'none'
  const open = reopen(interview, at)
  if (action !== 'none') return control(open, action, at, pack)
  return { interview: open, effects: [say(`talk:${next.talk}`, {})] }
}

/** Side talk ends no answer: we listen to the same question again. */
function reopen(interview: Interview, at: number): Interview {
  const turn = newestTurn(interview)
  const items = interview.items.map((item) => ({
    ...item,
    turns: item.turns.map((t) => (t === turn ? { ...t, settled: false, attempt: t.attempt + 1 } : t)),
  }))
  return startClock({ ...interview, items, doing: { kind: 'listening' }, held: true, lastSign: at }, at)
}
