/** Rounds: `rounds/<id>.md`. */
import { z } from 'zod'
import type { Round } from '../interview/pack.ts'
import { templateFault, templateNames } from '../templates.ts'
import {
  above0,
  check,
  count,
  group,
  idText,
  lineOf,
  listOf,
  oneOf,
  type Path,
  type Problem,
  type Raw,
  refuse,
  text,
  textsAt,
  wholeFile,
  yesOrNo,
} from './check.ts'
import { criterionPart, keyPoint } from './question.ts'
import { moveSamples } from './samples.ts'
import type { Shape } from './sections.ts'

export const roundShape: Shape = {
  front: true,
  headings: {
    ...Object.fromEntries(templateNames.map((name) => [name, { kind: 'list' } as const])),
    ack: { kind: 'list' },
    criteria: { kind: 'parts', noun: 'criterion' },
    note: { kind: 'text' },
  },
}

const stageGroup = group({
  id: idText,
  title: text,
  kind: oneOf(['questions', 'yours']).default('questions'),
  minutes: above0,
  count: count.default(0),
  questions: listOf(idText).default([]),
  deep: yesOrNo.default(false),
})

const variants = z
  .array(z.string().trim().min(1, 'be some text'), 'hold at least 1 wording')
  .min(1, 'hold at least 1 wording')

/** Said as it is before a follow-up, never after every answer. */
const isShort = (ack: string): boolean => ack.split(/\s+/).length <= 5

const templates = {
  open: variants,
  ask: variants,
  probe: variants,
  flag: variants,
  mistake: variants,
  narrow: variants,
  clarify: variants,
  hint: variants,
  deep: variants,
  yours: variants,
  'yours-reply': variants,
  transition: variants,
  close: variants,
} satisfies Record<(typeof templateNames)[number], z.ZodType>

const roundFile = wholeFile({
  front: group({
    id: idText,
    title: text,
    minutes: above0,
    max_probes: count,
    rounds: listOf(idText).default([]),
    stages: listOf(stageGroup),
    waits: group({ answer: above0, probe: above0, nudge: above0, pause: above0, close: above0 }),
  }),
  title: z.string().optional(),
  ...templates,
  ack: z.array(text.refine(isShort, 'be at most 5 words')).default([]),
  criteria: z.array(criterionPart).default([]),
  note: z.string().default(''),
})

/** Checks a round and tries each of its templates. */
export function checkRound(raw: Raw, problems: Problem[]): Round | null {
  refuseTemplates(raw, problems)
  const file = check(roundFile, raw, problems)
  if (file === null) return null
  const { front, title: _heading, criteria, note, ...wordings } = file
  const { max_probes: maxProbes, rounds: before, ...rest } = front
  refuseStages(raw, front.stages, problems)
  return { ...rest, before, maxProbes, criteria: criteria.map(keyPoint), templates: wordings, note }
}

function refuseStages(raw: Raw, stages: Round['stages'], problems: Problem[]): void {
  for (const [index, { id, kind, count: holds }] of stages.entries()) {
    const at = ['front', 'stages', index]
    const first = stages.findIndex((stage) => stage.id === id)
    if (first !== index) refuse(raw, [...at, 'id'], `differ from that of entry ${first + 1}`, problems)
    if (kind === 'questions' && holds === 0)
      refuse(raw, [...at, 'count'], 'be 1 or more where questions are asked', problems)
    if (kind === 'yours' && holds > 0)
      refuse(raw, [...at, 'count'], 'be 0 where the candidate asks', problems)
  }
}

function refuseTemplates(raw: Raw, problems: Problem[]): void {
  const known = Object.keys(moveSamples[0] ?? {})
  for (const name of templateNames) {
    for (const { path, text: source } of textsAt(raw, [name, '*'])) {
      refuseTemplate(raw, { path, name: `template "${name}"`, source, known, samples: moveSamples }, problems)
    }
  }
}

// Rounds share many of their wordings, and to try one is the slowest part of reading a pack.
const good = new WeakMap<readonly object[], Set<string>>()
const isTried = (source: string, samples: readonly object[]): boolean =>
  good.get(samples)?.has(source) === true

function remember(source: string, samples: readonly object[]): void {
  const before = good.get(samples) ?? new Set()
  good.set(samples, before.add(source))
}

type Trial = {
  path: Path
  /** How the sentence calls it. */
  name: string
  source: string
  known: readonly string[] | null
  samples: readonly object[]
}

/** Tries a template and adds what is wrong with it to the problems. */
export function refuseTemplate(
  raw: Raw,
  { path, name, source, known, samples }: Trial,
  problems: Problem[],
): void {
  if (isTried(source, samples)) return
  const fault = templateFault(source, known, samples)
  if (fault === null) {
    remember(source, samples)
    return
  }
  problems.push({ file: raw.file, line: lineOf(raw, path) + fault.row - 1, says: `${name} ${fault.says}.` })
}
