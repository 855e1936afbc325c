/** Finding and replacing turns. */
import type { Interview, Turn } from './interview.ts'

/** The newest turn, or null before the first question. */
export const newestTurn = (interview: Interview): Turn | null => interview.items.at(-1)?.turns.at(-1) ?? null

/** The turn that a message of the candidate belongs to, or null. */
export const turnWith = (interview: Interview, message: string): Turn | null =>
  interview.items
    .flatMap((item) => item.turns)
    .find((turn) => turn.answers.some((answer) => answer.message === message)) ?? null

/** The same interview with a turn replaced by its number. */
export const putTurn = (interview: Interview, changed: Turn): Interview => ({
  ...interview,
  items: interview.items.map((item) => ({
    ...item,
    turns: item.turns.map((turn) => (turn.n === changed.n ? changed : turn)),
  })),
})
