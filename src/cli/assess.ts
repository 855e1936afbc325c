/** `npm run assess`: JSON lines `{id, question, answer, level?}` in, one JSON line of marks out for each. */
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { levels, type Pack } from '../interview/pack.ts'
import { type Model, ModelUnavailable } from '../model/model.ts'
import { createOffline } from '../model/offline/offline.ts'
import { assessOne, summaryOf } from '../one-answer.ts'
import { loadPack } from '../prompts.ts'
import { mostRead } from '../work.ts'
import { explain } from './explain.ts'

const lineShape = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  answer: z.string().max(mostRead, `it is longer than ${mostRead} characters`),
  level: z.enum(levels, `it is not one of ${levels.join(', ')}`).default('mid'),
})

/** One line in, one line out. Whatever is wrong with it is said in the line, and the next one is read. */
async function answerLine(line: string, model: Model, pack: Pack): Promise<object> {
  const json = parsed(line)
  const id = z.object({ id: lineShape.shape.id }).safeParse(json).data?.id ?? null
  if (json === undefined) return { id, error: 'This line is no JSON.' }
  const read = lineShape.safeParse(json)
  if (!read.success) {
    const [issue] = read.error.issues
    return { id, error: `${issue?.path.join('.') || 'The line'} is not right: ${issue?.message}.` }
  }
  const { question: name, answer, level } = read.data
  const question = Object.hasOwn(pack.questions, name) ? pack.questions[name] : undefined
  if (question === undefined) return { id, error: `There is no question "${name}".` }
  try {
    return { id, ...summaryOf(await assessOne(model, pack, question, level, answer), level) }
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error
    const nothing = { key_points: {}, mistakes: [], red_flags: [], star: null, quality: null, by: model.name }
    return { id, ...nothing, error: `Not assessed, because ${error.reason}.` }
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

async function main(): Promise<void> {
  const pack = await loadPack(readConfig().promptsDirs)
  const model = createOffline()
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const told = process.stdout.write(`${JSON.stringify(await answerLine(line, model, pack))}\n`)
    // Whoever reads slowly is waited for, so that a long list does not pile up here.
    if (!told) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
await main().catch((error: unknown) => {
  process.exitCode = explain(error)
})
