/** Whether the files of a pack agree with each other: what one names, another must bring. */
import type { Company, KeyPoint, Question, RedFlag, Round } from '../interview/pack.ts'
import { requiredNotices } from '../templates.ts'
import { anyOf, lineOf, type Problem, type Raw, refuse, textsAt } from './check.ts'

/** A file that counts. `thing` is null if something in it is wrong; others may name it all the same. */
export type Entry<T> = {
  layer: number
  name: string
  /** The folder it lies in. */
  folder: string
  raw: Raw
  thing: T | null
}

export type Shelf<T> = ReadonlyMap<string, Entry<T>>

export type Shelves = {
  rounds: Shelf<Round>
  questions: Shelf<Question>
  redFlags: Shelf<RedFlag>
  companies: Shelf<Company>
}

/** Adds a sentence for everything that is named and not there, and for everything that nobody could ever be asked. */
export function checkAgreement(shelves: Shelves, problems: Problem[]): void {
  for (const { raw, folder } of shelves.questions.values()) checkQuestionNames(raw, folder, shelves, problems)
  for (const [id, { raw }] of shelves.rounds) {
    checkStageQuestions(id, raw, shelves, problems)
    checkBefore(id, raw, shelves, problems)
  }
  for (const { raw } of shelves.companies.values()) checkExtraQuestions(raw, shelves, problems)
  // While a round or question is broken, nobody can say what it would have reached.
  const rounds = wholeOnes(shelves.rounds)
  const questions = wholeOnes(shelves.questions)
  if (rounds === null || questions === null) return
  for (const { raw, thing } of shelves.companies.values()) {
    if (thing !== null)
      checkWeights(
        thing,
        raw,
        [...questions.map(({ points }) => points), ...rounds.map(({ criteria }) => criteria)].flat(),
        problems,
      )
  }
  for (const [id, { raw }] of shelves.rounds) checkCriteria(id, raw, questions, problems)
  for (const [id, { raw, thing }] of shelves.rounds)
    checkStages(id, thing?.stages ?? [], raw, questions, problems)
  const extra = [...shelves.companies.values()].flatMap(({ thing }) => thing?.extraQuestions ?? [])
  for (const [id, { name, thing }] of shelves.questions) {
    if (thing !== null && !extra.includes(id)) checkAsked(thing, name, rounds, problems)
  }
}

/** The required notices that are not there. `file` is where they would be looked for. */
export function checkNoticeNames(names: ReadonlySet<string>, file: string, problems: Problem[]): void {
  for (const notice of Object.keys(requiredNotices)) {
    if (names.has(notice)) continue
    problems.push({
      file,
      line: 1,
      says: `the notice "${notice}" is missing; write it under "## ${notice}".`,
    })
  }
}

function checkQuestionNames(
  raw: Raw,
  folder: string,
  { rounds, redFlags }: Shelves,
  problems: Problem[],
): void {
  const named = textsAt(raw, ['front', 'rounds', '*'])
  for (const { path, text } of named) {
    if (!rounds.has(text)) refuse(raw, path, 'be a round of this pack', problems)
  }
  if (named.length === 0 && !rounds.has(folder)) {
    problems.push({
      file: raw.file,
      line: 1,
      says: `the folder "${folder}" is not named after a round of this pack.`,
    })
  }
  for (const { path, text } of textsAt(raw, ['key points', '*', 'flag'])) {
    if (!redFlags.has(text)) refuse(raw, path, 'be a red flag of this pack', problems)
  }
  for (const { path, text } of textsAt(raw, ['answers', '*', 'flags'])) {
    const names = text.split(',').flatMap((name) => name.trim() || [])
    if (names.some((name) => name !== 'none' && !redFlags.has(name)))
      refuse(raw, path, 'name red flags of this pack', problems)
  }
}

/** The rounds that a loop holds. */
function checkBefore(round: string, raw: Raw, { rounds }: Shelves, problems: Problem[]): void {
  for (const { path, text } of textsAt(raw, ['front', 'rounds', '*'])) {
    if (!rounds.has(text) || text === round) refuse(raw, path, 'be another round of this pack', problems)
  }
}

/**
 * Adds a sentence for every round and question that the study plan names and the pack does not have. Where there are none
 * at all, that has been said.
 */
export function checkStudyNames(raw: Raw, { rounds, questions }: Shelves, problems: Problem[]): void {
  for (const { path, text } of textsAt(raw, ['weeks', '*', 'items', '*', 'round']))
    if (rounds.size > 0 && !rounds.has(text)) refuse(raw, path, 'be a round of this pack', problems)
  for (const { path, text } of textsAt(raw, ['weeks', '*', 'items', '*', 'questions', '*']))
    if (questions.size > 0 && !questions.has(text)) refuse(raw, path, 'be a question of this pack', problems)
}

function checkStageQuestions(round: string, raw: Raw, { questions }: Shelves, problems: Problem[]): void {
  for (const { path, text } of textsAt(raw, ['front', 'stages', '*', 'questions', '*'])) {
    const found = questions.get(text)
    const others = found?.thing?.rounds ?? [round]
    if (found === undefined) refuse(raw, path, 'be a question of this pack', problems)
    else if (!others.includes(round))
      refuse(raw, path, `be a question of this round; that one is for ${anyOf(others)}`, problems)
  }
}

function checkExtraQuestions(raw: Raw, { questions }: Shelves, problems: Problem[]): void {
  for (const { path, text } of textsAt(raw, ['front', 'extra_questions', '*'])) {
    if (!questions.has(text)) refuse(raw, path, 'be a question of this pack', problems)
  }
}

function checkWeights(
  { weights }: Company,
  raw: Raw,
  points: readonly KeyPoint[],
  problems: Problem[],
): void {
  const ids = new Set(points.map(({ id }) => id))
  for (const point of Object.keys(weights)) {
    if (!ids.has(point))
      refuse(raw, ['front', 'weights', point], 'stand beside the id of a key point', problems)
  }
}

/** Marks name a key point or a criterion by its id alone, so one id cannot be both. */
function checkCriteria(round: string, raw: Raw, questions: readonly Question[], problems: Problem[]): void {
  for (const { path, text } of textsAt(raw, ['criteria', '*', 'id'])) {
    const other = questions.find((q) => q.rounds.includes(round) && q.points.some(({ id }) => id === text))
    if (other !== undefined)
      refuse(
        raw,
        path,
        `differ from the key points of its questions; ${other.id} has one of that name`,
        problems,
      )
  }
}

/** Stages that list their questions have been checked one by one; the others take any question of the round. */
function checkStages(
  round: string,
  stages: Round['stages'],
  raw: Raw,
  questions: readonly Question[],
  problems: Problem[],
): void {
  if (questions.some(({ rounds }) => rounds.includes(round))) return
  for (const [index, { id, kind, questions: listed }] of stages.entries()) {
    if (kind === 'yours' || listed.length > 0) continue
    const line = lineOf(raw, ['front', 'stages', index])
    problems.push({
      file: raw.file,
      line,
      says: `stage "${id}" has nothing to ask; no question is for this round.`,
    })
  }
}

function checkAsked(question: Question, name: string, rounds: readonly Round[], problems: Problem[]): void {
  const own = rounds.filter(({ id }) => question.rounds.includes(id))
  const fits = ({ kind, questions }: Round['stages'][number]): boolean =>
    kind === 'questions' && (questions.length === 0 || questions.includes(question.id))
  // Where its round is not there at all, that has been said.
  if (own.length === 0 || own.some(({ stages }) => stages.some(fits))) return
  problems.push({
    file: name,
    line: 1,
    says: `no stage of ${anyOf(own.map(({ id }) => id))} asks this question.`,
  })
}

/** The things on a shelf, or null if one of them is broken. */
function wholeOnes<T>(shelf: Shelf<T>): T[] | null {
  const things: T[] = []
  for (const { thing } of shelf.values()) {
    if (thing === null) return null
    things.push(thing)
  }
  return things
}
