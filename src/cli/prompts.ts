/** `npm run prompts -- check | list | show <id> | new question <round> <id> | try <id>`: for those who write the pack. */
import { constants } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { answersIn, fenceOpen } from '../chat/console/lines.ts'
import { readConfig } from '../config.ts'
import { type Level, levels, type Question } from '../interview/pack.ts'
import { createOffline } from '../model/offline/offline.ts'
import { withTemplates } from '../packs.ts'
import { idText } from '../prompts/check.ts'
import { shownName } from '../prompts/folders.ts'
import { loadSources, type Sources } from '../prompts.ts'
import { explain, wrongInput } from './explain.ts'
import { differencesOf } from './prompts/differences.ts'
import { listOf, shownThing } from './prompts/listing.ts'
import { questionSkeleton } from './prompts/skeleton.ts'
import { createTrial } from './prompts/trial.ts'

const usage = `npm run prompts -- <command>

  check [id ...]               reads the whole pack, then tries the example answers (of these questions)
  list                         what there is
  show <id>                    a question, round, company or red flag in full; "study-plan" too
  new question <round> <id>    writes a commented skeleton
  try <id> [level]             asks the question here and shows the marks after each answer

PROMPTS_DIR names a folder that lies over the pack: "new" writes there.
`

const print = (text: string): void => {
  process.stdout.write(`${text.trimEnd()}\n`)
}
const refuse = (text: string): number => {
  process.stderr.write(`${text.trimEnd()}\n`)
  return wrongInput
}

async function main([command = '', ...args]: string[]): Promise<number> {
  if (command === 'new') return create(args)
  const commands: Record<string, (sources: Sources, args: string[]) => Promise<number>> = {
    check,
    list: async (sources) => done(listOf(sources)),
    show: async (sources, [id = '']) => {
      const shown = shownThing(sources, id)
      return shown === null ? refuse(unknown(id)) : done(shown)
    },
    try: attempt,
  }
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (run === undefined) return refuse(usage)
  return run(await loadSources(readConfig().promptsDirs), args)
}

function done(text: string): number {
  print(text)
  return 0
}

const unknown = (id: string): string =>
  `The pack has nothing called "${id}". "npm run prompts -- list" shows what there is.`

const questionIn = ({ pack }: Sources, id: string): Question | undefined =>
  Object.hasOwn(pack.questions, id) ? pack.questions[id] : undefined

/** What is wrong with the files ends it with a sentence each (`PackError`); differences are told and are no error. */
async function check(sources: Sources, ids: string[]): Promise<number> {
  const { pack, answers } = sources
  const lost = ids.find((id) => questionIn(sources, id) === undefined)
  if (lost !== undefined) return refuse(unknown(lost))
  const asked = ids.length > 0 ? ids : Object.keys(pack.questions)
  const questions = asked.flatMap((id) => questionIn(sources, id) ?? [])
  const model = createOffline()
  let [compared, differ, tried] = [0, 0, 0]
  for (const question of questions) {
    const found = await differencesOf(model, sources, question)
    for (const sentence of found.sentences) print(sentence)
    tried += answers[question.id]?.length ?? 0
    compared += found.compared
    differ += found.sentences.length
  }
  const sizes = [
    [Object.keys(pack.rounds).length, 'rounds'],
    [Object.keys(pack.questions).length, 'questions'],
    [Object.keys(pack.companies).length, 'companies'],
    [Object.keys(pack.redFlags).length, 'red flags'],
    [pack.studyPlan.length, 'weeks'],
  ]
  print(`The files are right: ${sizes.map(([size, noun]) => `${size} ${noun}`).join(', ')}.`)
  return done(
    `${tried} example answers tried offline: ${compared - differ} of ${compared} levels, mistakes and flags as their authors expect, ${differ} not.`,
  )
}

/** Writes a skeleton; an existing file is never written over. */
async function create([kind = '', round = '', id = '']: string[]): Promise<number> {
  if (kind !== 'question' || !idText.safeParse(round).success || !idText.safeParse(id).success)
    return refuse(
      'Say: npm run prompts -- new question <round> <id>. Round and id are lower-case words joined by dashes.',
    )
  const dir = readConfig().promptsDirs.at(-1) ?? 'prompts'
  const path = join('questions', round, `${id}.md`)
  const file = join(dir, path)
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(file, questionSkeleton(round, id), {
      flag: constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY,
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return refuse(`${shownName(dir, path)} is there already; I leave it as it is.`)
    throw error
  }
  print(`${shownName(dir, path)} is written. Fill it in, then: npm run prompts -- check`)
  return done(
    `If a stage of prompts/rounds/${round}.md lists its questions, add "${id}" there. Afterwards: npm run prompts -- try ${id}`,
  )
}

async function attempt(sources: Sources, [id = '', level]: string[]): Promise<number> {
  const question = questionIn(sources, id)
  if (question === undefined) return refuse(unknown(id))
  const at = levels.find((one): one is Level => one === (level ?? question.level))
  if (at === undefined)
    return refuse(`I do not know the level "${level}". Choose one of ${levels.join(', ')}.`)
  const trial = createTrial(withTemplates(sources.pack), question, at, createOffline())
  print((await trial.begin()).join('\n\n'))
  print('\n(An empty line ends an answer; Ctrl-D ends the trial.)\n')
  const hear = async (answer: string): Promise<void> =>
    print(`\n${(await trial.answer(answer)).join('\n\n')}\n`)
  let lines: string[] = []
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '' || fenceOpen(lines.join('\n'))) lines.push(line)
    else {
      for (const answer of answersIn(lines.join('\n'))) await hear(answer)
      lines = []
    }
    if (trial.over()) return 0
  }
  for (const answer of answersIn(lines.join('\n'))) if (!trial.over()) await hear(answer)
  return 0
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2)).catch(explain)
