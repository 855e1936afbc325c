/**
 * An interview loop: several rounds over a week, and one debrief at the end. It has no state of its own beyond what was
 * agreed at its start; where it stands follows from the interviews that were held in it.
 */
import type { Mode, Phase } from './interview.ts'
import { type Letter, type Level, letters, type Pack, roundOf } from './pack.ts'

export type Loop = {
  id: string
  tenant: string
  person: string
  conversation: string
  level: Level
  company: string | null
  mode: Mode
  /** The rounds in their order; the last is the closing conversation. */
  rounds: string[]
  /** Ms since 1970. */
  startedAt: number
}

/** An interview of a loop, with what its newest report says. */
export type LoopInterview = {
  round: string
  phase: Phase
  /** Null while there is no report. */
  letters: Record<Letter, number | null> | null
  band: string | null
  /** Ids of confirmed flags. */
  flags: string[]
  assessedBy: string | null
}

/** A loop ends this long after its start (one week, in ms), whatever was held by then. */
export const loopTime = 7 * 24 * 3_600_000

/** One day, in ms. */
export const day = 24 * 3_600_000

/**
 * When to remind of the next round (ms since 1970), after `sent` reminders that nobody followed: twice after a day, then
 * once more on the last day; null for never again.
 */
export function nextReminder({ startedAt }: Loop, sent: number, now: number): number | null {
  const lastDay = startedAt + loopTime - day
  if (sent < 2 && now + day < lastDay) return now + day
  return now < lastDay ? lastDay : null
}

/** The rounds of a loop, from the round that stands for it: those before it, then its own closing conversation. */
export const loopRounds = (pack: Pack, round: string): string[] => [...roundOf(pack, round).before, round]

/** Minutes of all its rounds together. */
export const loopMinutes = (pack: Pack, rounds: string[]): number =>
  rounds.reduce((sum, round) => sum + roundOf(pack, round).minutes, 0)

/** Held to its report. */
export const isHeld = ({ phase, letters: given }: LoopInterview): boolean =>
  phase === 'ended' && given !== null

/** The rounds still to be held, in order. */
export const roundsLeft = ({ rounds }: Loop, interviews: LoopInterview[]): string[] =>
  rounds.filter((round) => !interviews.some((held) => held.round === round && isHeld(held)))

export type LoopStep =
  /** All is held, or the week is over: time for the debrief. */
  | { kind: 'debrief' }
  /** This round comes next. */
  | { kind: 'next'; round: string }
  /** An interview is under way; whoever is in it needs no reminder. */
  | { kind: 'wait' }

/** What a loop needs now. */
export function loopStep(loop: Loop, interviews: LoopInterview[], now: number): LoopStep {
  const [round] = roundsLeft(loop, interviews)
  if (round === undefined || now >= loop.startedAt + loopTime) return { kind: 'debrief' }
  return interviews.some(({ phase }) => phase !== 'ended') ? { kind: 'wait' } : { kind: 'next', round }
}

export type Debrief = {
  /** One per round of the loop, in order; `held` is null for one that was not held. */
  rounds: { round: string; held: LoopInterview | null }[]
  /** The mean of each letter over the rounds that have it, in half points; null where none has, or assessors differ. */
  letters: Record<Letter, number | null>
  strongest: Letter | null
  weakest: Letter | null
  /** Confirmed flags, and in how many rounds. */
  flags: { flag: string; rounds: number }[]
  /** Rounds were assessed by different assessors, whose letters cannot be added up. */
  mixed: boolean
}

/** The debrief of a loop: what its reports say together, computed. */
export function debriefOf(loop: Loop, interviews: LoopInterview[]): Debrief {
  const rounds = loop.rounds.map((round) => ({
    round,
    held: interviews.findLast((held) => held.round === round && isHeld(held)) ?? null,
  }))
  const held = rounds.flatMap((one) => one.held ?? [])
  const mixed = new Set(held.flatMap(({ assessedBy }) => assessedBy ?? [])).size > 1
  const meanOf = (letter: Letter): number | null => {
    const values = mixed ? [] : held.flatMap((one) => one.letters?.[letter] ?? [])
    const sum = values.reduce((total, value) => total + value, 0)
    return values.length === 0 ? null : Math.round((sum / values.length) * 2) / 2
  }
  const means = { S: meanOf('S'), T: meanOf('T'), A: meanOf('A'), R: meanOf('R') }
  const known = letters.filter((letter) => means[letter] !== null)
  const byGrade = [...known].sort((a, b) => (means[a] ?? 0) - (means[b] ?? 0))
  const [weakest = null] = byGrade
  const strongest = byGrade.at(-1) ?? null
  const alike = weakest === null || strongest === null || means[weakest] === means[strongest]
  const flags = [...new Set(held.flatMap((one) => one.flags))]
  return {
    rounds,
    letters: means,
    strongest: alike ? null : strongest,
    weakest: alike ? null : weakest,
    flags: flags
      .map((flag) => ({ flag, rounds: held.filter((one) => one.flags.includes(flag)).length }))
      .sort((a, b) => b.rounds - a.rounds),
    mixed,
  }
}
