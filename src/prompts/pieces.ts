/** The smaller kinds of files: red flags, companies, side talk, notices, the report's template and `star.yaml`. */
import { z } from 'zod'
import type { Company, RedFlag, SideTalk, Star } from '../interview/pack.ts'
import { requiredNotices, templateFault } from '../templates.ts'
import {
  above0,
  check,
  count,
  emptyRaw,
  group,
  idText,
  keyOf,
  listOf,
  oneOf,
  type Problem,
  prose,
  type Raw,
  share,
  splitBy,
  text,
  wholeFile,
  yesOrNo,
} from './check.ts'
import { readYaml } from './front-matter.ts'
import { factPart } from './question.ts'
import { refuseTemplate } from './round.ts'
import { reportSamples } from './samples.ts'
import type { Shape } from './sections.ts'

export const redFlagShape: Shape = {
  front: true,
  headings: {
    definition: { kind: 'text' },
    probe: { kind: 'text' },
    advice: { kind: 'text' },
    raises: { kind: 'list' },
    passes: { kind: 'list' },
  },
}

const examples = z.array(text, 'hold at least 1 example').min(1, 'hold at least 1 example')

const redFlagFile = wholeFile({
  front: group({ id: idText, title: text, gap: yesOrNo.default(false) }),
  title: z.string().optional(),
  definition: prose,
  probe: prose,
  advice: prose,
  raises: examples,
  passes: examples,
})

/** Checks a red flag. */
export function checkRedFlag(raw: Raw, problems: Problem[]): RedFlag | null {
  const file = check(redFlagFile, raw, problems)
  if (file === null) return null
  const { front, title: _heading, ...told } = file
  return { ...front, ...told }
}

export const companyShape: Shape = {
  front: true,
  headings: { tone: { kind: 'text' }, answers: { kind: 'parts', noun: 'answer' } },
}

const companyFile = wholeFile({
  front: group({
    id: idText,
    title: text,
    names: listOf(text).min(1, 'be a list, one entry a line'),
    weights: z.record(z.string(), above0).default({}),
    extra_questions: listOf(idText).default([]),
  }),
  title: z.string().optional(),
  tone: prose,
  answers: z.array(factPart).default([]),
})

/** Checks a company. */
export function checkCompany(raw: Raw, problems: Problem[]): Company | null {
  const file = check(companyFile, raw, problems)
  if (file === null) return null
  const { extra_questions: extraQuestions, ...front } = file.front
  return { ...front, extraQuestions, tone: file.tone, answers: file.answers }
}

export const sideTalkShape: Shape = {
  front: false,
  headings: {},
  others: { kind: 'lines', noun: 'side talk' },
}

const actions = [
  'none',
  'start',
  'repeat',
  'rephrase',
  'wait',
  'skip',
  'pause',
  'hint',
  'stop',
  'done',
  'resume',
] as const

const sideTalkFile = z.record(
  z.string(),
  group({ cues: splitBy(','), action: oneOf(actions), reply: z.string('be a sentence, or empty') }),
)

/** Checks `side-talk.md`. */
export function checkSideTalk(raw: Raw, problems: Problem[]): SideTalk[] | null {
  const file = check(sideTalkFile, raw, problems)
  return file === null ? null : Object.entries(file).map(([id, talk]) => ({ id, ...talk }))
}

export const noticesShape: Shape = { front: false, headings: {}, others: { kind: 'text' } }

const noticesFile = z.record(z.string(), prose)

/** Checks `notices.md` and tries each notice. */
export function checkNotices(raw: Raw, problems: Problem[]): Record<string, string> | null {
  const file = check(noticesFile, raw, problems)
  for (const [name, source] of Object.entries(file ?? {})) {
    const known = Object.hasOwn(requiredNotices, name) ? (requiredNotices[name] ?? null) : null
    const samples = known === null ? [] : [Object.fromEntries(known.map((variable) => [variable, '2']))]
    // The text begins below its heading, as a rule after an empty line.
    refuseTemplate(raw, { path: [name, 0], name: `notice "${name}"`, source, known, samples }, problems)
  }
  return file
}

/** Tries the report's template, which is the whole of `reporter.md`. */
export function checkReporter(file: string, source: string, problems: Problem[]): string {
  const fault = templateFault(source, Object.keys(reportSamples[0] ?? {}), reportSamples)
  if (fault !== null) problems.push({ file, line: fault.row, says: `the report ${fault.says}.` })
  return source.trim()
}

const byLetter = group({ S: text, T: text, A: text, R: text })

const ordered = 'hold the four bands from the best to the worst, each from a lower mean than the one before'

const starFile = group({
  words: byLetter,
  gloss: z.object({ default: byLetter }, 'hold the letters by round').catchall(byLetter),
  degrees: group({ yes: share, partial: share, no: share }),
  prices: group({ unprompted: share, open: share, named: share, hint: share }),
  bands: z
    .array(
      group({
        band: oneOf(['strong hire', 'leaning hire', 'leaning no hire', 'strong no hire']),
        from: z
          .number('be a number from 0 to 5')
          .min(0, 'be a number from 0 to 5')
          .max(5, 'be a number from 0 to 5'),
      }),
      ordered,
    )
    .refine(isOrdered, ordered),
  most_flag_steps: count,
  enough_evidence: share,
})

function isOrdered(bands: Star['bands']): boolean {
  const names = bands.map(({ band }) => band).join()
  const falls = bands.every(({ from }, index) => index === 0 || from < (bands[index - 1]?.from ?? 0))
  return falls && names === 'strong hire,leaning hire,leaning no hire,strong no hire'
}

/** Reads a file that is YAML as a whole into a raw value, or null with the reason among the problems. */
export function readWhole(file: string, source: string, problems: Problem[]): Raw | null {
  const yaml = readYaml(source, { file, first: 1, at: [] }, problems)
  if (yaml === null) return null
  const raw: Raw = { ...emptyRaw(file), value: yaml.value, lines: yaml.lines }
  raw.lines.set(keyOf([]), 1)
  return raw
}

/** Checks `star.yaml`. */
export function checkStar(raw: Raw, problems: Problem[]): Star | null {
  const star = check(starFile, raw, problems)
  if (star === null) return null
  const { most_flag_steps: mostFlagSteps, enough_evidence: enoughEvidence, ...rest } = star
  return { ...rest, mostFlagSteps, enoughEvidence }
}
