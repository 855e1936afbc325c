/** Going on: to the wording of a move, to the next item of the plan, or to the report. */
import { stopClock } from './clock.ts'
import type { Decision, Effect, Interview, Item } from './interview.ts'
import type { Move } from './move.ts'
import { type Pack, questionOf } from './pack.ts'
import { say } from './say.ts'
import { standing } from './standing.ts'

/** Owes the wording of a move. The key is new each time, so that a result for an older choice is dropped. */
export function wordNext(interview: Interview, move: Move, item: number, recap: boolean): Interview {
  return { ...interview, doing: { kind: 'wording', key: `word:${interview.seq + 1}`, move, item, recap } }
}

/** Goes to the next item of the plan, or to the report when the plan or the time is over. */
export function onward(interview: Interview, at: number, recap: boolean): Decision {
  const stopped = stopClock(interview, at)
  const outOfTime = stopped.spent >= stopped.minutes * 60_000
  const index = stopped.items.length
  // Out of time, the candidate's own questions are still worth a minute; more of ours are not.
  const rest = stopped.plan.findIndex((item, i) => i >= index && (!outOfTime || item.question === null))
  const planned = stopped.plan[rest]
  if (planned === undefined) {
    const ending = outOfTime ? 'time' : 'complete'
    const effects: Effect[] = ending === 'time' ? [say('closing-time', {})] : []
    return {
      interview: { ...stopped, phase: 'reporting', ending },
      effects: [...effects, say('round:close', {})],
    }
  }
  const plan = [...stopped.plan.slice(0, index), ...stopped.plan.slice(rest)]
  const move: Move =
    planned.question === null ? { kind: 'yours' } : { kind: 'ask', question: planned.question }
  return { interview: wordNext({ ...stopped, plan }, move, index, recap), effects: [] }
}

/** What practice mode says after a question: what landed, with its quote, and the one thing to add. Null if neither. */
export function recapOf(interview: Interview, item: Item, pack: Pack): Effect | null {
  if (interview.mode !== 'practice' || item.question === null) return null
  const question = questionOf(pack, item.question)
  const { points } = standing(interview, item, question, pack)
  const landed = points
    .filter((p) => p.quote !== null && p.degree !== 'no')
    .sort(
      (a, b) => Number(b.degree === 'yes') - Number(a.degree === 'yes') || b.point.weight - a.point.weight,
    )[0]
  const add = points
    .filter((p) => p.expected && p.degree !== 'yes')
    .sort(
      (a, b) => Number(b.degree === 'no') - Number(a.degree === 'no') || b.point.weight - a.point.weight,
    )[0]
  if (item.assessments.length === 0 || (landed === undefined && add === undefined)) return null
  const quotes = landed?.quote ? { landed: landed.quote } : {}
  return say(
    'recap',
    { landed: '', landed_point: landed?.point.says ?? '', add: add?.point.says ?? '' },
    quotes,
  )
}
