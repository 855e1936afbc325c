/** The exchanges as they are read: once, for all that is looked for in them. */
import { withoutInjection } from '../../interview/injection.ts'
import type { Exchange } from '../../interview/marks.ts'
import type { Move } from '../../interview/move.ts'
import { rules } from '../../interview/red-flags/index.ts'
import type { Place } from '../../interview/red-flags/rule.ts'
import { readMessage, type Sentence } from './text.ts'
import { stemsOf, type Word } from './words.ts'

/** A message, the same without text that talks to the grader, and where it states which flag. */
export type Flagged = { text: string; masked: string; found: Map<string, Place[]> }

const flagged = (text: string, masked: string): Flagged => ({
  text,
  masked,
  found: new Map(rules.map((rule) => [rule.id, rule.find(masked)])),
})

export type Heard = {
  move: Move
  /** The stems of what we asked. */
  asked: Set<string>
  /** Each message, with the flags that it states. */
  messages: Flagged[]
  /** All that was said. */
  told: Sentence[]
  /** The same without what waves its subject away: only this can be coverage. */
  sentences: Sentence[]
}

/** Reads one exchange; `echoes` are runs of our own words, and `spell` reads slips as what was meant. */
export function read(
  { move, asked, answers }: Exchange,
  echoes: Set<string>,
  spell: (word: Word) => Word = (word) => word,
): Heard {
  const messages = answers.map(({ text }) => flagged(text, withoutInjection(text)))
  const reading = { echoes, spell }
  const read = messages.map((message) => {
    const told = readMessage(message.text, message.masked, reading)
    const struck = wavedAway(message)
    const left =
      struck.length === 0 ? told : readMessage(message.text, message.masked, { ...reading, struck })
    return { told, left }
  })
  return {
    move,
    asked: new Set(stemsOf(asked)),
    messages,
    told: read.flatMap(({ told }) => told),
    sentences: read.flatMap(({ left }) => left),
  }
}

// What says that a subject does not matter is no coverage of it.
const carriesNothing = ['no-tradeoffs', 'dismisses-evaluation', 'ignores-cost']

const wavedAway = ({ found }: Flagged): Place[] => carriesNothing.flatMap((id) => found.get(id) ?? [])

// Between a probe and its answer there may be a question back.
const goesOn = new Set(['clarify', 'hint'])

/** The exchange that began with a probe, with what followed until the next move. Empty if it was never asked. */
export function repliesTo(heard: Heard[], isProbe: (exchange: Heard) => boolean): Heard[] {
  const at = heard.findIndex(isProbe)
  if (at < 0) return []
  const next = heard.slice(at + 1).findIndex(({ move }) => !goesOn.has(move.kind))
  return heard.slice(at, next < 0 ? heard.length : at + 1 + next)
}
