/**
 * The pack: everything in `prompts/`, read and checked. The core only looks things up in it; `src/prompts.ts` fills it
 * from files. It is plain data, so one copy per content hash can be stored and an interview can point to it.
 */

export const letters = ['S', 'T', 'A', 'R'] as const
export type Letter = (typeof letters)[number]

export const levels = ['junior', 'mid', 'senior', 'staff'] as const
export type Level = (typeof levels)[number]

export const bands = ['strong no hire', 'leaning no hire', 'leaning hire', 'strong hire'] as const
export type Band = (typeof bands)[number] | 'not enough evidence'

/** How a key point was met. */
export type Degree = 'yes' | 'partial' | 'no'

/** How a mark was won: said without being asked, after an open probe, after one that names the point, after a hint. */
export type Won = 'unprompted' | 'open' | 'named' | 'hint'

export type Fact = { id: string; cues: string[]; says: string }

export type KeyPoint = {
  id: string
  /** What a strong answer says here, in one line. Never shown before the question is over. */
  says: string
  letter: Letter
  weight: number
  /** The level from which the point is expected; below it, it can only help. */
  from: Level
  /** Words and phrases by which the offline assessor recognises the point. */
  aliases: string[]
  openProbe: string
  namedProbe: string
  hint: string
  /** The red flag that a missing answer here confirms (withheld), once asked by name. */
  flag: string | null
  /** A component that "now go deep" may choose. */
  deepProbe: string | null
}

export type Mistake = {
  id: string
  /** The wrong belief, in one line. */
  says: string
  /** Why it is wrong, for the report. */
  because: string
  /** The key point that rests on it. */
  point: string
  phrases: string[]
  probe: string
  /** Words by which a reply shows that the belief was corrected. */
  corrected: string[]
}

export type Question = {
  id: string
  /** Rounds that may ask it. */
  rounds: string[]
  /** The level from which it is asked. */
  level: Level
  minutes: number
  /** True where a story from one's own work is asked for. */
  story: boolean
  text: string
  brief: string
  facts: Fact[]
  points: KeyPoint[]
  mistakes: Mistake[]
  narrower: string
  strongAnswer: string
}

export type Stage = {
  id: string
  title: string
  /** `questions` asks from the plan; `yours` invites the candidate's own questions, ungraded. */
  kind: 'questions' | 'yours'
  minutes: number
  /** How many questions the stage holds at full length; 0 for `yours`. */
  count: number
  /** Question ids to prefer here, in order; empty means any that fits the round. */
  questions: string[]
  /** True if the last question of the stage ends with "now go deep on X". */
  deep: boolean
}

/** Seconds. */
export type Waits = {
  /** Quiet after a first answer before it counts as finished. */
  answer: number
  /** Quiet after a reply to a probe. */
  probe: number
  /** Silence after which one reminder says that there is time. */
  nudge: number
  /** Silence after which the interview pauses itself. */
  pause: number
  /** Silence after which it closes with a report on what was said. */
  close: number
}

export type Round = {
  id: string
  title: string
  minutes: number
  stages: Stage[]
  waits: Waits
  maxProbes: number
  /** Other rounds that a loop holds before this one, in order; empty for every other round. */
  before: string[]
  /** Key points of the whole round: what is shown anywhere in it counts, once. */
  criteria: KeyPoint[]
  templates: Record<string, string[]>
  /** The round's note to the assessor. */
  note: string
}

export type RedFlag = {
  id: string
  title: string
  /** What it is, in words for people. */
  definition: string
  /** Asked once when the flag is raised. */
  probe: string
  /** What to do about it, for the report. */
  advice: string
  raises: string[]
  passes: string[]
  /** A gap to close rather than a fault: never lowers a band below senior. */
  gap: boolean
}

export type SideTalk = {
  id: string
  /** Whole messages, or openings of short ones, that mean this. */
  cues: string[]
  reply: string
  /** What the interview does beside replying. */
  action:
    | 'none'
    | 'start'
    | 'repeat'
    | 'rephrase'
    | 'wait'
    | 'skip'
    | 'pause'
    | 'hint'
    | 'stop'
    | 'done'
    | 'resume'
}

export type Company = {
  id: string
  names: string[]
  title: string
  tone: string
  /** Multipliers on key-point weights by key-point id. */
  weights: Record<string, number>
  extraQuestions: string[]
  /** Answers to the candidate's own questions: cue words and what to say. */
  answers: Fact[]
}

/** One thing to do in a week of the study plan: a round to practise, or something that only the person can tick. */
export type StudyItem = {
  id: string
  says: string
  /** What counts as doing it: this many interviews of a round, or of these questions; null if it is ticked by hand. */
  counts: { round: string; questions: string[]; times: number } | null
  resources: { title: string; url: string }[]
}

export type StudyWeek = { week: number; title: string; aim: string; items: StudyItem[] }

export type Star = {
  /** The full word of each letter. */
  words: Record<Letter, string>
  /** What each letter means in a round: gloss[round][letter]; `default` serves the rest. */
  gloss: Record<string, Record<Letter, string>>
  degrees: Record<Degree, number>
  prices: Record<Won, number>
  /** Lowest mean letter (0 to 5) for each band, best first. */
  bands: { band: (typeof bands)[number]; from: number }[]
  /** A band needs at least this share of the expected weight to have come up. */
  enoughEvidence: number
  /** By how many bands all confirmed flags together may lower the result. */
  mostFlagSteps: number
}

export type Pack = {
  hash: string
  rounds: Record<string, Round>
  questions: Record<string, Question>
  redFlags: Record<string, RedFlag>
  sideTalk: Record<string, SideTalk>
  companies: Record<string, Company>
  star: Star
  studyPlan: StudyWeek[]
  /** What the bot says outside a round's own templates: Liquid text by name. */
  notices: Record<string, string>
  /** Liquid text of the report. */
  reporter: string
  /** The interviewer's manner and the assessor's instructions, for models. */
  interviewer: string
  assessor: string
}

/** True if somebody at `level` is expected to cover what is marked `from`. */
export const expectedAt = (from: Level, level: Level): boolean =>
  levels.indexOf(from) <= levels.indexOf(level)

/** Looks up a round. Throws for an id that the pack does not have: the plan only names what it found there. */
export function roundOf(pack: Pack, id: string): Round {
  return found(pack.rounds[id], 'round', id)
}

/** Looks up a question. Throws for an id that the pack does not have. */
export function questionOf(pack: Pack, id: string): Question {
  return found(pack.questions[id], 'question', id)
}

/** Looks up a key point of a question, or a criterion of the round that asks it. Throws for an id that neither has. */
export function pointOf(question: Question, round: Round, id: string): KeyPoint {
  return found(
    [...question.points, ...round.criteria].find((point) => point.id === id),
    `key point of ${question.id}`,
    id,
  )
}

function found<T>(thing: T | undefined, kind: string, id: string): T {
  if (thing === undefined) throw new Error(`The pack has no ${kind} "${id}".`)
  return thing
}
