/**
 * Reads the pack from `prompts/` and the folders laid over it. Either all of it is right, or one `PackError` says in one
 * sentence each, with file and line, everything that is not.
 */
import { createHash } from 'node:crypto'
import type { Pack, SideTalk, Star } from './interview/pack.ts'
import { checkAgreement, checkNoticeNames, checkStudyNames, type Entry } from './prompts/agreement.ts'
import { type ExampleAnswer, exampleAnswers } from './prompts/answers.ts'
import { idText, type Problem, type Raw, refuse, textsAt } from './prompts/check.ts'
import { type PromptFile, readFolders, shownName } from './prompts/folders.ts'
import {
  checkCompany,
  checkNotices,
  checkRedFlag,
  checkReporter,
  checkSideTalk,
  checkStar,
  companyShape,
  noticesShape,
  readWhole,
  redFlagShape,
  sideTalkShape,
} from './prompts/pieces.ts'
import { checkQuestion, questionShape } from './prompts/question.ts'
import { checkRound, roundShape } from './prompts/round.ts'
import { readSections, type Shape } from './prompts/sections.ts'
import { checkStudyPlan } from './prompts/study-plan.ts'

/** The prompt files are not right. The message has one line per problem. */
export class PackError extends Error {
  override readonly name = 'PackError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const ordered = [...problems].sort((one, other) => compare(one.file, other.file) || one.line - other.line)
    super([...new Set(ordered.map(({ file, line, says }) => `${file}:${line}: ${says}`))].join('\n'))
    this.problems = ordered
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** A pack with what only its authors need. */
export type Sources = {
  pack: Pack
  answers: Record<string, ExampleAnswer[]>
  /** The file of each thing, as sentences name it. */
  places: Record<'rounds' | 'questions' | 'redFlags' | 'companies', Record<string, string>>
}

/** Loads the pack. See `loadSources`. */
export const loadPack = async (dirs: readonly string[]): Promise<Pack> => (await loadSources(dirs)).pack

/**
 * Loads the pack from the first folder and lays the others over it: the same id replaces, a new id adds.
 * Throws a `PackError` that names every problem of every file.
 */
export async function loadSources(dirs: readonly string[]): Promise<Sources> {
  const problems: Problem[] = []
  const files = await readFolders(dirs, problems)
  const found = emptyFound()
  for (const file of files) readOne(file, found, problems)
  checkAgreement(found, problems)
  if (found.studyPlan !== null) checkStudyNames(found.studyPlan.raw, found, problems)
  const draft = {
    rounds: things(found.rounds),
    questions: things(found.questions),
    redFlags: things(found.redFlags),
    sideTalk: sorted(found.sideTalk),
    companies: things(found.companies),
    notices: sorted(found.notices),
    reporter: found.texts.get('reporter.md') ?? '',
    interviewer: found.texts.get('interviewer.md') ?? '',
    assessor: found.texts.get('assessor.md') ?? '',
  }
  const base = dirs[0] ?? 'prompts'
  tellMissing(files, base, problems)
  const isRead = files.some(({ path, text }) => path === 'notices.md' && text !== '')
  if (isRead) checkNoticeNames(found.noticeNames, shownName(base, 'notices.md'), problems)
  if (problems.length > 0 || found.star === null) throw new PackError(problems)
  const pack = { ...draft, star: found.star, studyPlan: found.studyPlan?.weeks ?? [] }
  const answers = [...found.questions].map(
    ([id, { raw, thing }]) => [id, exampleAnswers(raw, thing?.strongAnswer ?? '')] as const,
  )
  const places = {
    rounds: namesOf(found.rounds),
    questions: namesOf(found.questions),
    redFlags: namesOf(found.redFlags),
    companies: namesOf(found.companies),
  }
  return { pack: { hash: hashOf(pack), ...pack }, answers: Object.fromEntries(answers), places }
}

const namesOf = <T>(shelf: Entries<T>): Record<string, string> =>
  Object.fromEntries([...shelf].map(([id, { name }]) => [id, name]))

type Entries<T> = Map<string, Entry<T>>

type Found = {
  rounds: Entries<Pack['rounds'][string]>
  questions: Entries<Pack['questions'][string]>
  redFlags: Entries<Pack['redFlags'][string]>
  companies: Entries<Pack['companies'][string]>
  sideTalk: Map<string, SideTalk>
  notices: Map<string, string>
  /** Also of those with a fault. */
  noticeNames: Set<string>
  star: Star | null
  studyPlan: { raw: Raw; weeks: Pack['studyPlan'] } | null
  texts: Map<string, string>
}

const emptyFound = (): Found => ({
  rounds: new Map(),
  questions: new Map(),
  redFlags: new Map(),
  companies: new Map(),
  sideTalk: new Map(),
  notices: new Map(),
  noticeNames: new Set(),
  star: null,
  studyPlan: null,
  texts: new Map(),
})

function readOne(file: PromptFile, found: Found, problems: Problem[]): void {
  try {
    if (!readById(file, found, problems)) readByName(file, found, problems)
  } catch (error) {
    // A parser that gives up must not cost the author the sentences about all the other files.
    const reason = error instanceof Error ? error.message : String(error)
    problems.push({ file: file.name, line: 1, says: `cannot be taken apart: ${reason}.` })
  }
}

/** Files that hold one thing, named after its id. */
function readById(file: PromptFile, found: Found, problems: Problem[]): boolean {
  const [, folder, round = '', id = ''] =
    /^(rounds|red-flags|companies|questions(?=\/[^/]+\/))\/(?:([^/]+)\/)?([^/]+)\.md$/.exec(file.path) ?? []
  if (folder === 'questions') {
    put(found.questions, file, id, questionShape, (raw) => checkQuestion(raw, round, problems), problems)
  } else if (round !== '') return false
  else if (folder === 'rounds')
    put(found.rounds, file, id, roundShape, (raw) => checkRound(raw, problems), problems)
  else if (folder === 'red-flags')
    put(found.redFlags, file, id, redFlagShape, (raw) => checkRedFlag(raw, problems), problems)
  else if (folder === 'companies')
    put(found.companies, file, id, companyShape, (raw) => checkCompany(raw, problems), problems)
  return folder !== undefined
}

function put<T>(
  shelf: Entries<T>,
  file: PromptFile,
  id: string,
  shape: Shape,
  checked: (raw: Raw) => T | null,
  problems: Problem[],
): void {
  const before = problems.length
  const raw = rawOf(file, shape, problems)
  const thing = file.text === '' ? null : checked(raw)
  for (const { path, text } of textsAt(raw, ['front', 'id'])) {
    if (text !== id && idText.safeParse(text).success)
      refuse(raw, path, `be "${id}", the name of the file`, problems)
  }
  const other = shelf.get(id)
  if (other?.layer === file.layer) {
    problems.push({ file: file.name, line: 1, says: `the id "${id}" is also that of ${other.name}.` })
    return
  }
  const folder = file.path.split('/').at(-2) ?? ''
  // A thing with any fault is not looked at again: what else is wrong with it would be wrong because of that.
  shelf.set(id, {
    layer: file.layer,
    name: file.name,
    folder,
    raw,
    thing: problems.length > before ? null : thing,
  })
}

/** Files of which there is one. */
function readByName(file: PromptFile, found: Found, problems: Problem[]): void {
  const { name, path, text } = file
  if (!required.includes(path))
    problems.push({ file: name, line: 1, says: `is no file of a pack; ${whereFilesGo}.` })
  else if (text === '') return
  else if (path === 'star.yaml' || path === 'study-plan.yaml') readWholeYaml(file, found, problems)
  else if (path === 'notices.md') readNotices(file, found, problems)
  else if (path === 'side-talk.md') readSideTalk(file, found, problems)
  else found.texts.set(path, path === 'reporter.md' ? checkReporter(name, text, problems) : text.trim())
}

function readWholeYaml({ name, path, text }: PromptFile, found: Found, problems: Problem[]): void {
  const raw = readWhole(name, text, problems)
  if (raw === null) return
  if (path === 'star.yaml') found.star = checkStar(raw, problems)
  else found.studyPlan = { raw, weeks: checkStudyPlan(raw, problems) }
}

function readNotices(file: PromptFile, found: Found, problems: Problem[]): void {
  const raw = rawOf(file, noticesShape, problems)
  for (const id of Object.keys(raw.value)) found.noticeNames.add(id)
  for (const [id, notice] of Object.entries(checkNotices(raw, problems) ?? {})) found.notices.set(id, notice)
}

function readSideTalk(file: PromptFile, found: Found, problems: Problem[]): void {
  for (const talk of checkSideTalk(rawOf(file, sideTalkShape, problems), problems) ?? [])
    found.sideTalk.set(talk.id, talk)
}

const required = [
  'interviewer.md',
  'assessor.md',
  'reporter.md',
  'side-talk.md',
  'notices.md',
  'star.yaml',
  'study-plan.yaml',
]

const whereFilesGo =
  'rounds stand in rounds/, red flags in red-flags/, companies in companies/, questions in questions/<round>/'

function tellMissing(files: readonly PromptFile[], base: string, problems: Problem[]): void {
  const there = new Set(files.map(({ path }) => path))
  for (const path of required) {
    if (!there.has(path))
      problems.push({ file: shownName(base, path), line: 1, says: 'is missing; every pack needs it.' })
  }
  if (![...there].some((path) => path.startsWith('rounds/'))) {
    problems.push({
      file: shownName(base, 'rounds'),
      line: 1,
      says: 'holds no round; a pack needs at least one.',
    })
  }
}

function rawOf({ name, text }: PromptFile, shape: Shape, problems: Problem[]): Raw {
  // What is wrong with a file that could not be read has been said.
  return readSections(name, text, shape, text === '' ? [] : problems)
}

function things<T>(shelf: Entries<T>): Record<string, T> {
  const whole = new Map<string, T>()
  for (const [id, { thing }] of shelf) if (thing !== null) whole.set(id, thing)
  return sorted(whole)
}

/** The order of files and folders must not show: two machines with the same words have the same pack. */
function sorted<T>(found: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...found].sort(([one], [other]) => compare(one, other)))
}

/** Things stand in the order of their ids and their labels in that of the checks, so the same words make the same text. */
const hashOf = (content: Omit<Pack, 'hash'>): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
