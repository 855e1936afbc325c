/**
 * `npm run evals`: the labelled answers through the assessor, and how far it agrees with the labels. `-- --file PATH` reads
 * other answers, `-- --wrong` lists every disagreement of the questions that may be looked at.
 */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { findQuote } from '../../src/interview/quote.ts'
import { createOffline } from '../../src/model/offline/offline.ts'
import { loadPack } from '../../src/prompts.ts'
import { found, kappa, meanDifference, weightedKappa } from './figures.ts'
import { type Assessed, assessAll, degreeValue, readLabelled } from './labelled.ts'

/**
 * Questions whose answers nobody read while the rules were written: chosen once, by a hash of their ids. Figures far below
 * those of the others would mean that rules were learnt by heart.
 */
const setAside = [
  'rlhf',
  'k-most-similar',
  'hallucination',
  'dedupe-semantic',
  'embeddings',
  'cosine-similarity',
  'chatbot-metrics',
]

const { values } = parseArgs({
  options: { file: { type: 'string' }, wrong: { type: 'boolean', default: false } },
})
const file =
  values.file === undefined ? new URL('answers.jsonl', import.meta.url) : pathToFileURL(values.file)
const pack = await loadPack([new URL('../../prompts', import.meta.url).pathname])
const labelled = readLabelled(file)
const all = await assessAll(createOffline(), pack, labelled)

const two = (figure: number | null): string => (figure === null ? '  - ' : figure.toFixed(2).padStart(5))
const print = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}

const flagPairs = (answers: Assessed[], kind: string) =>
  answers.map(({ labelled, made }) => ({
    claimed: made.red_flags.some((flag) => flag.kind === kind),
    labelled: labelled.red_flags.some((flag) => flag.kind === kind),
  }))

function flagLine(name: string, pairs: ReturnType<typeof flagPairs>): string {
  const { n, hits, falseAlarms, missed, precision, recall } = found(pairs)
  return `  ${name.padEnd(26)} precision${two(precision)}  recall${two(recall)}  false alarms ${String(falseAlarms).padStart(2)}  (n=${n}, stated ${hits + missed}, claimed ${hits + falseAlarms})`
}

function figuresOf(name: string, answers: Assessed[]): void {
  const points = answers.flatMap(({ labelled, made }) =>
    Object.entries(labelled.key_points).map(([id, label]) => ({
      one: degreeValue[made.key_points[id]?.level ?? 'no'],
      other: label,
    })),
  )
  const present = points.map(({ one, other }) => ({ one: Math.min(one, 1), other: Math.min(other, 1) }))
  const quality = answers.map(({ labelled, made }) => ({ one: made.quality, other: labelled.quality }))
  const star = answers.flatMap(({ labelled, made }) =>
    labelled.star === null || made.star === null
      ? []
      : Object.entries(made.star).map(([part, one]) => ({ one, other: labelled.star?.[part] ?? 0 })),
  )
  const quotes = answers.flatMap(({ labelled, one }) =>
    [
      ...one.claimed.marks.flatMap(({ quote }) => quote ?? []),
      ...one.claimed.mistakes.map(({ quote }) => quote),
      ...one.claimed.flags.map(({ quote }) => quote),
    ].map((quote) => findQuote(labelled.answer, quote) !== null),
  )
  print(
    `${name}: ${answers.length} answers to ${new Set(answers.map(({ labelled }) => labelled.question)).size} questions`,
  )
  for (const kind of Object.keys(pack.redFlags)) print(flagLine(kind, flagPairs(answers, kind)))
  print(
    flagLine(
      'all flags',
      Object.keys(pack.redFlags).flatMap((kind) => flagPairs(answers, kind)),
    ),
  )
  print(`  key points, present or absent   kappa ${two(kappa(present))}  (n=${points.length})`)
  print(`  key points, no, partial, yes    QWK   ${two(weightedKappa(points))}  (n=${points.length})`)
  print(
    `  quality 1 to 5                  QWK   ${two(weightedKappa(quality))}  mean difference ${two(meanDifference(quality))}  (n=${quality.length})`,
  )
  print(`  STAR 0 to 2, stories            QWK   ${two(weightedKappa(star))}  (n=${star.length})`)
  print(
    `  quotes that are not the candidate's words: ${quotes.filter((good) => !good).length} of ${quotes.length}`,
  )
  print()
}

const isAside = ({ labelled }: Assessed): boolean => setAside.includes(labelled.question)
figuresOf('All', all)
if (values.file === undefined) {
  figuresOf(
    'Questions read while the rules were written',
    all.filter((one) => !isAside(one)),
  )
  figuresOf('Questions set aside', all.filter(isAside))
}

if (values.wrong) {
  for (const { labelled, made } of all.filter((one) => values.file !== undefined || !isAside(one))) {
    const points = Object.entries(labelled.key_points).flatMap(([id, label]) => {
      const { level, quote } = made.key_points[id] ?? { level: 'no', quote: null }
      return degreeValue[level] === label
        ? []
        : [`  ${id}: ${label} by people, ${degreeValue[level]} here  ${quote ?? ''}`]
    })
    const flags = [
      ...labelled.red_flags
        .filter(({ kind }) => !made.red_flags.some((f) => f.kind === kind))
        .map((f) => `  MISSED ${f.kind}: ${f.quote}`),
      ...made.red_flags
        .filter(({ kind }) => !labelled.red_flags.some((f) => f.kind === kind))
        .map((f) => `  FALSE ${f.kind}: ${f.quote}`),
    ]
    if (points.length + flags.length === 0) continue
    print(
      `\n${labelled.id} ${labelled.question} quality ${labelled.quality} by people, ${made.quality} here\n${labelled.answer}\n${[...points, ...flags].join('\n')}`,
    )
  }
}
