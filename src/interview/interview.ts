/** An interview as explicit state: what it is and what can happen to it. `decide.ts` says what follows. */
import type { Checked, Span } from './marks.ts'
import type { Move } from './move.ts'
import type { Level } from './pack.ts'

export type Mode = 'practice' | 'real'

export type Settles = 'when-quiet' | 'when-told'

/** Who can read along: nobody but the person at this terminal, nobody but the two of us, or a channel. */
export type Audience = 'terminal' | 'private' | 'channel'

export type PlanItem = {
  stage: string
  question: string | null
  /** The person had this question within the last eight weeks. */
  redo?: true
}

/** A message of the candidate, at the revision that counts: edits after the answer is settled are kept but not read. */
export type Answer = { message: string; revision: number; at: number; unfinished: boolean }

/** One thing we said and the answers to it. */
export type Turn = {
  /** Counts from 1 through the whole interview. */
  n: number
  move: Move
  /** Our message. */
  asked: string
  /** When the platform showed it (ms), or null while it is still on its way. */
  postedAt: number | null
  /** The candidate's messages, in the platform's order. */
  answers: Answer[]
  /** Counts up when late text asks for another assessment; results for an older attempt are dropped. */
  attempt: number
  /** True once `done` or quiet ended the answer. */
  settled: boolean
  /** True if text arrived that no assessment has seen. */
  stale: boolean
  /** Why there is no assessment of this turn, as a clause, or null. */
  ungraded: string | null
}

/** One question of the plan, begun. */
export type Item = {
  stage: string
  question: string | null
  turns: Turn[]
  /** One per assessed turn, oldest first; each covers all exchanges of the question up to its turn. */
  assessments: { turn: number; checked: Checked }[]
  skipped: boolean
  /** Time the candidate has used on it, in ms. */
  spent: number
}

/** What we are doing in a running interview. */
export type Doing =
  | { kind: 'listening' }
  | { kind: 'assessing' }
  /** `item` is an index into `items`; one past the end begins the next item of the plan. */
  | { kind: 'wording'; key: string; move: Move; item: number; recap: boolean }

export type Phase = 'lobby' | 'running' | 'paused' | 'reporting' | 'ended'

export type Interview = {
  id: string
  tenant: string
  person: string
  conversation: string
  /** Content hash of the pack it was begun with. */
  pack: string
  round: string
  level: Level
  company: string | null
  mode: Mode
  /** The loop that it is a round of. */
  loop?: string
  minutes: number
  /** In chats an answer also ends by quiet; in the terminal only when the candidate says so. */
  settles: Settles
  plan: PlanItem[]
  phase: Phase
  doing: Doing
  items: Item[]
  /** Text that came before the first question was there; it joins that question. */
  early: Answer[]
  /** The last turn number given out. */
  turns: number
  /** When the clock began to run (ms), or null while it stands. It runs only while we wait for the candidate. */
  clockSince: number | null
  /** Time used so far, in ms. */
  spent: number
  /** The last sign of life in this question, ours or theirs (ms). */
  lastSign: number
  nudged: boolean
  /** The candidate said "wait": quiet does not end the answer until they write again. */
  held: boolean
  /** When "done" was said to a question that we did not know to be shown yet (a lost reply); null otherwise. */
  doneEarly: number | null
  pausedAt: number | null
  /** Why it ended or is ending. */
  ending: 'complete' | 'time' | 'stopped' | 'silence' | 'expired' | 'cancelled' | null
  /** Counts the reports made; 0 before the first. */
  revision: number
  /** Events folded into this state. */
  seq: number
}

/** What can happen. Bodies hold message ids, never text (DESIGN decision D2). All times are ms since 1970. */
export type Event =
  | {
      type: 'offered'
      at: number
      id: string
      tenant: string
      person: string
      conversation: string
      pack: string
      round: string
      level: Level
      company: string | null
      mode: Mode
      loop?: string
      minutes: number
      settles: Settles
      audience: Audience
      plan: PlanItem[]
    }
  /** Text from the candidate. `talk` is the side talk that the whole message is, or null. */
  | { type: 'said'; at: number; message: string; talk: string | null; unfinished: boolean }
  | { type: 'edited'; at: number; message: string; revision: number; unfinished: boolean }
  | { type: 'deleted'; at: number; message: string }
  | { type: 'typed'; at: number }
  /** A control, by button, command or the terminal's blank line. */
  | { type: 'pressed'; at: number; control: Control }
  /** Time passed. Void unless something is due at `at`. */
  | { type: 'woke'; at: number }
  | { type: 'assessed'; at: number; key: string; checked: Checked }
  | { type: 'unassessed'; at: number; key: string; reason: string }
  | { type: 'worded'; at: number; key: string; message: string }
  /** The platform showed our message. */
  | { type: 'posted'; at: number; message: string }
  | { type: 'reported'; at: number; key: string }

export type Control =
  | 'start'
  | 'leave'
  | 'set-aside'
  | 'done'
  | 'hint'
  | 'skip'
  | 'pause'
  | 'resume'
  | 'wait'
  | 'stop'
  | 'repeat'
  | 'rephrase'

/** Thinking that somebody has to do; each ends with an event that carries the same key. */
export type Owed = { kind: 'assess' | 'word' | 'report'; key: string }

/** What a sentence of ours is about: `notices` in the pack hold the words, `quotes` what to look up in messages. */
export type Say = {
  notice: string
  vars: Record<string, string | number | boolean | null>
  quotes: Record<string, Span | { message: string }>
}

export type Effect =
  /** Say a notice now. */
  | { kind: 'say'; say: Say }
  /** Post the message that `worded` brought, with a small line about where we are. */
  | { kind: 'ask'; message: string; position: { question: number; of: number; minutesLeft: number } | null }
  /** Store and post the report. */
  | { kind: 'report'; revision: number }

export type Decision = { interview: Interview; effects: Effect[] }
